#!/usr/bin/env bash
# A real mailbox server on this machine: Dovecot (IMAPS, LMTP) behind Postfix (SMTP with STARTTLS), loopback and high ports only.
#
#   real-mail.sh start FOLDER     needs FOLDER/pki, as MakeKeys.java makes it; its password in $PKI_PASSWORD
#   real-mail.sh stop FOLDER      ends what start started, nothing else
#
# Debian packages: dovecot-imapd dovecot-lmtpd postfix openssl. Must be run as root: Postfix's master demands it.
# Mailboxes: channel.spoc@ and community.safety@brackenford.gov.uk, password in $MAIL_PASSWORD (default "for tests only").
set -euo pipefail
what=${1:?start or stop} folder=$(mkdir -p "${2:?folder}" && cd "$2" && pwd)
IMAPS_PORT=${IMAPS_PORT:-21993} SMTP_PORT=${SMTP_PORT:-21025} LMTP_PORT=${LMTP_PORT:-21024}
MAIL_PASSWORD=${MAIL_PASSWORD:-for tests only} DOMAIN=brackenford.gov.uk OWNER=nobody
GROUP=$(id -gn $OWNER) dovecot=$folder/dovecot postfix=$folder/postfix

is_open() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
wait_for() { for _ in $(seq 100); do is_open "$1" && return; sleep 0.1; done; echo "port $1 does not open; see $folder" >&2; exit 3; }

tls() { # the server's key and certificate out of the PKI's key store
  mkdir -p "$folder/tls"
  openssl pkcs12 -in "$folder/pki/keys/server.p12" -passin env:PKI_PASSWORD -nodes -nocerts -out "$folder/tls/server.key" 2>/dev/null
  openssl pkcs12 -in "$folder/pki/keys/server.p12" -passin env:PKI_PASSWORD -nokeys -out "$folder/tls/server.pem" 2>/dev/null
  chmod 644 "$folder/tls/server.pem"; chown $OWNER "$folder/tls/server.key"
}

dovecot_files() {
  mkdir -p "$dovecot/run" "$dovecot/state" "$folder/mail"
  for name in channel.spoc community.safety; do echo "$name@$DOMAIN:{PLAIN}$MAIL_PASSWORD::::::"; done > "$dovecot/users"
  cat > "$dovecot/dovecot.conf" <<END
base_dir = $dovecot/run
state_dir = $dovecot/state
log_path = $dovecot/log
protocols = imap lmtp
listen = 127.0.0.1
default_internal_user = $OWNER
default_internal_group = $GROUP
default_login_user = $OWNER
first_valid_uid = 1
last_valid_uid = 0
mail_location = maildir:$folder/mail/%u
mail_max_userip_connections = 100
mail_fsync = always
ssl = required
ssl_cert = <$folder/tls/server.pem
ssl_key = <$folder/tls/server.key
ssl_min_protocol = TLSv1.2
namespace inbox {
  inbox = yes
  separator = /
  mailbox Processed {
    auto = create
  }
}
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u $dovecot/users
}
userdb {
  driver = static
  args = uid=$OWNER gid=$GROUP home=$folder/mail/%u allow_all_users=yes
}
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = 0
  }
  inet_listener imaps {
    port = $IMAPS_PORT
    ssl = yes
  }
}
service lmtp {
  inet_listener lmtp {
    port = $LMTP_PORT
  }
}
END
  chown -R "$OWNER:$GROUP" "$dovecot" "$folder/mail"
}

postfix_files() {
  mkdir -p "$postfix/etc" "$postfix/queue" "$postfix/data"
  chown postfix "$postfix/data"
  cat > "$postfix/etc/main.cf" <<END
compatibility_level = 3.6
queue_directory = $postfix/queue
data_directory = $postfix/data
maillog_file = $postfix/log
maillog_file_prefixes = $folder
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
# our border's name, as config/directory/council.yaml says
myhostname = mx.$DOMAIN
mydestination =
mynetworks = 127.0.0.0/8
alias_maps =
local_recipient_maps =
virtual_mailbox_domains = $DOMAIN
virtual_mailbox_maps = inline:{ channel.spoc@$DOMAIN=ok, community.safety@$DOMAIN=ok }
virtual_transport = lmtp:inet:127.0.0.1:$LMTP_PORT
# nothing leaves this machine
default_transport = error:nothing is delivered elsewhere
relay_transport = error:nothing is delivered elsewhere
smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination
smtpd_tls_cert_file = $folder/tls/server.pem
smtpd_tls_key_file = $folder/tls/server.key
smtpd_tls_security_level = encrypt
smtpd_tls_mandatory_protocols = >=TLSv1.2
smtpd_tls_received_header = yes
smtpd_client_connection_rate_limit = 0
virtual_mailbox_limit = 0
END
  cat > "$postfix/etc/master.cf" <<END
127.0.0.1:$SMTP_PORT inet n - n - - smtpd
pickup    unix  n - n 60 1 pickup
cleanup   unix  n - n - 0 cleanup
qmgr      unix  n - n 300 1 qmgr
tlsmgr    unix  - - n 1000? 1 tlsmgr
rewrite   unix  - - n - - trivial-rewrite
bounce    unix  - - n - 0 bounce
defer     unix  - - n - 0 bounce
trace     unix  - - n - 0 bounce
flush     unix  n - n 1000? 0 flush
proxymap  unix  - - n - - proxymap
showq     unix  n - n - - showq
error     unix  - - n - - error
retry     unix  - - n - - error
lmtp      unix  - - n - - lmtp
anvil     unix  - - n - 1 anvil
scache    unix  - - n - 1 scache
postlog   unix-dgram n - n - 1 postlogd
END
}

case $what in
start)
  [ "$(id -u)" = 0 ] || { echo "Postfix must be started by root" >&2; exit 2; }
  chmod 755 "$folder"
  tls; dovecot_files; postfix_files
  (exec setpriv --reuid=$OWNER --regid="$GROUP" --clear-groups dovecot -F -c "$dovecot/dovecot.conf") </dev/null >"$dovecot/out" 2>&1 &
  postfix -c "$postfix/etc" check >"$postfix/out" 2>&1
  postfix -c "$postfix/etc" start >>"$postfix/out" 2>&1
  wait_for "$IMAPS_PORT"; wait_for "$LMTP_PORT"; wait_for "$SMTP_PORT"
  echo "imaps localhost:$IMAPS_PORT, smtp with STARTTLS localhost:$SMTP_PORT";;
stop)
  postfix -c "$postfix/etc" stop >>"$postfix/out" 2>&1 || true
  master=$(cat "$dovecot/run/master.pid" 2>/dev/null || true)
  [ -z "$master" ] || kill "$master" 2>/dev/null || true;;
*) echo "start or stop" >&2; exit 2;;
esac
