#!/usr/bin/env bash
# Makes the keys and the messages that every contender opens: make-messages.sh FOLDER. Needs the openssl command.
set -euo pipefail
mkdir -p "$1" && cd "$1"
from=prevent.referrals@northmere.police.uk
to=channel.spoc@brackenford.gov.uk

key() { # name algorithm
    case $2 in
        p256) openssl ecparam -name prime256v1 -genkey -noout | openssl pkcs8 -topk8 -nocrypt -out "$1.key" ;;
        rsa*) openssl genpkey -quiet -algorithm RSA -pkeyopt "rsa_keygen_bits:${2#rsa}" -out "$1.key" ;;
    esac
}
owner() { # name algorithm address
    key "$1" "$2"
    openssl req -new -key "$1.key" -subj "/CN=$1" -out "$1.csr"
    printf 'subjectAltName=email:%s\nkeyUsage=critical,digitalSignature,keyEncipherment,keyAgreement\nextendedKeyUsage=emailProtection\n' "$3" > "$1.ext"
    openssl x509 -req -in "$1.csr" -CA root.pem -CAkey root.key -CAcreateserial -days 365 -sha256 -extfile "$1.ext" -out "$1.pem" 2> /dev/null
}
entity() { # bytes
    printf 'Content-Type: multipart/mixed; boundary="in"\n\n--in\nContent-Type: text/plain; charset=utf-8\n\n'
    printf 'A referral for the Channel programme. Information gathering can commence.\n\n'
    printf -- '--in\nContent-Type: application/octet-stream; name=referral.bin\nContent-Transfer-Encoding: base64\n\n'
    head -c $(($1 * 74 / 100)) /dev/urandom | openssl base64
    printf -- '--in--\n'
}

key root rsa2048
openssl req -x509 -new -key root.key -subj "/CN=Bench authority" -days 365 -sha256 -out root.pem
for algorithm in rsa2048 rsa3072 p256; do
    owner "police-$algorithm" "$algorithm" "$from"
    owner "council-$algorithm" "$algorithm" "$to"
done
for size in 20k 1m; do
    entity "$([ $size = 20k ] && echo 20000 || echo 1000000)" > "$size.entity"
    for algorithm in rsa2048 rsa3072 p256; do
        openssl cms -sign -stream -md sha256 -in "$size.entity" -signer "police-$algorithm.pem" -inkey "police-$algorithm.key" -out signed.eml
        for mode in cbc gcm; do
            openssl cms -encrypt -stream "-aes-256-$mode" -in signed.eml -from "$from" -to "$to" -subject "Secure document" \
                -out "$size-$algorithm-$mode.eml" "council-$algorithm.pem"
        done
    done
done
rm -f signed.eml ./*.csr ./*.ext ./*.entity
