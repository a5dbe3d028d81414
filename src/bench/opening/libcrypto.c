/*
 * The measure that a mail opener in Java is held against: the same work with OpenSSL's libcrypto, in one process.
 *
 *   libcrypto plain|tuned FOLDER
 *
 * plain: S/MIME reader, CMS_decrypt, CMS_verify, as the manual shows. tuned: MIME cut and base64 decoded by hand, only CMS by the
 * library. Both verify the chain to root.pem and that the signer's certificate carries the sender's address.
 * Reads "CELL MILLISECONDS" lines, answers "MESSAGES CPU-NANOSECONDS".
 */
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *SENDER = "prevent.referrals@northmere.police.uk";

struct bytes {
    unsigned char *at;
    size_t length;
};

static void fail(const char *what) {
    fprintf(stderr, "libcrypto: %s\n", what);
    ERR_print_errors_fp(stderr);
    exit(1);
}

static struct bytes file(const char *folder, const char *name, const char *end) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s%s", folder, name, end);
    FILE *in = fopen(path, "rb");
    if (!in) fail(path);
    fseek(in, 0, SEEK_END);
    struct bytes all = {NULL, (size_t)ftell(in)};
    rewind(in);
    all.at = malloc(all.length + 1);
    if (fread(all.at, 1, all.length, in) != all.length) fail(path);
    all.at[all.length] = 0;
    fclose(in);
    return all;
}

static EVP_PKEY *key;
static X509 *certificate;
static X509_STORE *store;

static void keys(const char *folder, const char *cell) {
    char name[64];
    sscanf(cell, "%*[^-]-%63[^-]", name);
    char owner[80];
    snprintf(owner, sizeof owner, "council-%s", name);
    struct bytes pem = file(folder, owner, ".key");
    BIO *in = BIO_new_mem_buf(pem.at, (int)pem.length);
    key = PEM_read_bio_PrivateKey(in, NULL, NULL, NULL);
    BIO_free(in);
    pem = file(folder, owner, ".pem");
    in = BIO_new_mem_buf(pem.at, (int)pem.length);
    certificate = PEM_read_bio_X509(in, NULL, NULL, NULL);
    BIO_free(in);
    pem = file(folder, "root", ".pem");
    in = BIO_new_mem_buf(pem.at, (int)pem.length);
    X509 *root = PEM_read_bio_X509(in, NULL, NULL, NULL);
    BIO_free(in);
    store = X509_STORE_new();
    X509_STORE_add_cert(store, root);
    X509_free(root);
    if (!key || !certificate) fail("keys");
}

static void identity(CMS_ContentInfo *signed_data) {
    STACK_OF(X509) *signers = CMS_get0_signers(signed_data);
    if (!signers || sk_X509_num(signers) != 1) fail("one signer expected");
    if (X509_check_email(sk_X509_value(signers, 0), SENDER, 0, 0) != 1) fail("signer is not the sender");
    sk_X509_free(signers);
}

static void plain(struct bytes message) {
    BIO *raw = BIO_new_mem_buf(message.at, (int)message.length);
    CMS_ContentInfo *sealed = SMIME_read_CMS(raw, NULL);
    BIO *open = BIO_new(BIO_s_mem());
    if (!sealed || !CMS_decrypt(sealed, key, certificate, NULL, open, 0)) fail("decrypt");
    BIO *content = NULL;
    CMS_ContentInfo *signed_data = SMIME_read_CMS(open, &content);
    BIO *out = BIO_new(BIO_s_mem());
    if (!signed_data || !CMS_verify(signed_data, NULL, store, content, out, 0)) fail("verify");
    identity(signed_data);
    BIO_free(out);
    BIO_free(content);
    BIO_free(open);
    BIO_free(raw);
    CMS_ContentInfo_free(signed_data);
    CMS_ContentInfo_free(sealed);
}

static unsigned char *find(unsigned char *at, size_t length, const char *what, size_t size) {
    unsigned char *found = memmem(at, length, what, size);
    if (!found) fail("MIME");
    return found;
}

static CMS_ContentInfo *decoded(unsigned char *at, size_t length, unsigned char *room) {
    EVP_ENCODE_CTX *base64 = EVP_ENCODE_CTX_new();
    int size = 0, rest = 0;
    EVP_DecodeInit(base64);
    if (EVP_DecodeUpdate(base64, room, &size, at, (int)length) < 0) fail("base64");
    EVP_DecodeFinal(base64, room + size, &rest);
    EVP_ENCODE_CTX_free(base64);
    const unsigned char *der = room;
    return d2i_CMS_ContentInfo(NULL, &der, size + rest);
}

static void tuned(struct bytes message) {
    unsigned char *body = memmem(message.at, message.length, "\r\n\r\n", 4);
    body = body ? body + 4 : find(message.at, message.length, "\n\n", 2) + 2;
    unsigned char *room = malloc(message.length);
    CMS_ContentInfo *sealed = decoded(body, message.at + message.length - body, room);
    BIO *open = BIO_new(BIO_s_mem());
    if (!sealed || !CMS_decrypt(sealed, key, certificate, NULL, open, CMS_BINARY)) fail("decrypt");
    unsigned char *at;
    size_t length = (size_t)BIO_get_mem_data(open, (char **)&at);
    char boundary[128];
    unsigned char *named = find(at, length, "boundary=\"", 10) + 10;
    size_t size = (size_t)((unsigned char *)memchr(named, '"', 100) - named);
    snprintf(boundary, sizeof boundary, "\r\n--%.*s", (int)size, (char *)named);
    size += 4;
    unsigned char *head = find(at, length, boundary, size) + size + 2;
    unsigned char *tail = find(head, length - (head - at), boundary, size);
    unsigned char *second = find(tail, length - (tail - at), "\r\n\r\n", 4) + 4;
    unsigned char *end = find(second, length - (second - at), boundary, size);
    CMS_ContentInfo *signed_data = decoded(second, end - second, room);
    BIO *content = BIO_new_mem_buf(head, (int)(tail - head));
    if (!signed_data || !CMS_verify(signed_data, NULL, store, content, NULL, CMS_BINARY)) fail("verify");
    identity(signed_data);
    BIO_free(content);
    BIO_free(open);
    CMS_ContentInfo_free(signed_data);
    CMS_ContentInfo_free(sealed);
    free(room);
}

static long long now(clockid_t clock) {
    struct timespec at;
    clock_gettime(clock, &at);
    return at.tv_sec * 1000000000LL + at.tv_nsec;
}

int main(int count, char **words) {
    if (count != 3) fail("usage: libcrypto plain|tuned FOLDER");
    void (*open)(struct bytes) = strcmp(words[1], "tuned") ? plain : tuned;
    char cell[64];
    long milliseconds;
    puts("ready");
    fflush(stdout);
    while (scanf("%63s %ld", cell, &milliseconds) == 2) {
        struct bytes message = file(words[2], cell, ".eml");
        keys(words[2], cell);
        long long end = now(CLOCK_MONOTONIC) + milliseconds * 1000000LL;
        long long before = now(CLOCK_PROCESS_CPUTIME_ID);
        long messages = 0;
        do {
            open(message);
            messages++;
        } while (now(CLOCK_MONOTONIC) < end);
        printf("%ld %lld\n", messages, now(CLOCK_PROCESS_CPUTIME_ID) - before);
        fflush(stdout);
        EVP_PKEY_free(key);
        X509_free(certificate);
        X509_STORE_free(store);
        free(message.at);
    }
    return 0;
}
