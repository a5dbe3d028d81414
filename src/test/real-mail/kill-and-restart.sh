#!/usr/bin/env bash
# 100 police referrals, made with the openssl command alone, go by SMTP into a real mailbox while the gateway is killed with kill -9
# twenty times at random moments. Then: how many records, lost, twice, moved.
#
#   src/test/real-mail/kill-and-restart.sh [MESSAGES] [KILLS]        from the project's folder, as root, after ./mvnw package
#
# Debian packages: dovecot-imapd dovecot-lmtpd postfix openssl curl unzip. Ten minutes to half an hour, by the speed of a start.
# Exit 0: none lost, none twice, all moved, all at rest. A message whose work was killed twice is not tried a third time: it goes in front of a
# person, by design.
set -euo pipefail
messages=${1:-100} kills=${2:-20}
here=$(cd "$(dirname "$0")" && pwd) project=$(cd "$here/../../.." && pwd)
work=${WORK:-/tmp/spoc-kill-and-restart}
export PKI_PASSWORD="for tests only" MAIL_PASSWORD="for tests only" IMAPS_PORT=${IMAPS_PORT:-21993} SMTP_PORT=${SMTP_PORT:-21025}
jar=$(ls "$project"/target/gateway-*.jar | head -1)
need() { command -v "$1" >/dev/null || { echo "needs the command $1" >&2; exit 2; }; }
for command in dovecot postfix openssl curl unzip java; do need $command; done

[ ! -d "$work/postfix" ] || "$here/real-mail.sh" stop "$work"
rm -rf "$work"; mkdir -p "$work/mails" "$work/lib"
cd "$project"
cp "$jar" "$work/gateway.jar"; jar=$work/gateway.jar
unzip -q -j "$jar" 'BOOT-INF/lib/bc*.jar' 'BOOT-INF/lib/h2-*.jar' -d "$work/lib"
java -cp "target/test-classes:target/classes:$work/lib/*" "$here/MakeKeys.java" "$work/pki" "$PKI_PASSWORD"

gateway=
started=
end() {
  [ -z "$gateway" ] || kill -9 "$gateway" 2>/dev/null || true
  [ -z "$started" ] || "$here/real-mail.sh" stop "$work"
}
trap end EXIT
started=yes; "$here/real-mail.sh" start "$work"

# --- the referrals: signed by the force, then sealed to the SPOC, every third one to the retired key
force=$work/force.pem
openssl pkcs12 -in "$work/pki/keys/northmere-prevent-referrals.p12" -passin env:PKI_PASSWORD -nodes -out "$force" 2>/dev/null
for n in $(seq -w 1 "$messages"); do
  mail=$work/mails/$n
  printf 'Content-Type: text/plain; charset=utf-8\r\n\r\n%s\r\n' "OFFICIAL-SENSITIVE

Channel referral. Our reference PCM/2026/$(printf %06d $((10#$n))). Our checks are complete and there is no live investigation.
Information gathering can commence. Please tell us whether the person is known to partners.

PC 4417 Ros Adeyemi-Hale, Northmere Police" > "$mail.text"
  openssl cms -sign -in "$mail.text" -signer "$force" -out "$mail.signed" 2>/dev/null
  key=spoc-2026; [ $((10#$n % 3)) = 0 ] && key=spoc-2025
  { printf 'Message-ID: <referral-%s@northmere.police.uk>\n' "$n"
    openssl cms -encrypt -aes-256-gcm -in "$mail.signed" -from "Northmere Prevent Referrals <prevent.referrals@northmere.police.uk>" \
      -to channel.spoc@brackenford.gov.uk -subject "Secure document" "$work/pki/certs/own/$key.pem"; } > "$mail.eml"
done

# --- the gateway as it is installed: its jar, its own state folder, passwords in the environment
settings=(--gateway.state="$work/state" --gateway.certs="$work/pki/certs" --mail.every-milliseconds=1000 --server.port=0 --gateway.portal.port=0
  --server.ssl.key-store="file:$work/pki/keys/server.p12" --server.ssl.key-store-type=PKCS12 --logging.file.name="$work/gateway.log"
  --logging.threshold.console=OFF)
for account in spoc community-safety; do settings+=(--mail.accounts.$account.port="$IMAPS_PORT"); done
i=0
for key in spoc-2026 spoc-2025 secure-identity-2026; do
  settings+=(--gateway.envelope.keys[$i].name=$key --gateway.envelope.keys[$i].store="$work/pki/keys/$key.p12"); i=$((i + 1))
done
export GATEWAY_SECRETS_SPOC_2026=$PKI_PASSWORD GATEWAY_SECRETS_SPOC_2025=$PKI_PASSWORD GATEWAY_SECRETS_SECURE_IDENTITY_2026=$PKI_PASSWORD
export MAIL_ACCOUNTS_SPOC_PASSWORD=$MAIL_PASSWORD MAIL_ACCOUNTS_COMMUNITYSAFETY_PASSWORD=$MAIL_PASSWORD SERVER_SSL_KEYSTOREPASSWORD=$PKI_PASSWORD
start() { java -XX:TieredStopAtLevel=1 -jar "$jar" "${settings[@]}" >>"$work/gateway.out" 2>&1 & gateway=$!; }
now() { date +%s%3N; }
box=$work/mail/channel.spoc@brackenford.gov.uk
in_box() { find "$box/cur" "$box/new" -type f 2>/dev/null | wc -l; }
done_with() { find "$box/.Processed/cur" "$box/.Processed/new" -type f 2>/dev/null | wc -l; }
sent() { ls "$work/mails" | grep -c '\.sent$' || true; }

# --- every round sends its share of the mail; three kills of four fall into the six seconds after the start, one into the start itself
share=$(((messages + kills - 1) / kills))
send() {
  for n in $(seq -w 1 "$messages" | sed -n "$1,$2p"); do
    curl -sS --url "smtp://localhost:$SMTP_PORT/mail.northmere.police.uk" --ssl-reqd --cacert "$work/pki/certs/relays/relay-ca.pem" \
      --mail-from prevent.referrals@northmere.police.uk --mail-rcpt channel.spoc@brackenford.gov.uk --crlf -T "$work/mails/$n.eml" \
      >>"$work/smtp.log" 2>&1 && touch "$work/mails/$n.sent"
    sleep "$(awk -v r="$RANDOM" 'BEGIN { printf "%.2f", r / 32768 }')"
  done
}
starts() { cat "$work/gateway.log" 2>/dev/null | grep -c 'Started GatewayApplication' || true; }
ready() { for _ in $(seq 600); do [ "$(starts)" != "$1" ] && return; kill -0 "$gateway" 2>/dev/null || return 0; sleep 0.2; done; }
nap() { sleep "$(awk -v r="$RANDOM" -v from="$1" -v to="$2" 'BEGIN { printf "%.2f", from + r / 32768 * (to - from) }')"; }

: > "$work/kills.tsv"
for kill in $(seq "$kills"); do
  before=$(starts); start; begin=$(now); when=running
  if [ $((kill % 4)) = 0 ]; then when=starting; else ready "$before"; fi
  send $(((kill - 1) * share + 1)) $((kill * share)) & sender=$!
  if [ $when = starting ]; then nap 3 15; else nap 0 6; fi
  kill -0 "$gateway" 2>/dev/null || { echo "the gateway had ended by itself; see $work/gateway.out" >&2; exit 1; }
  kill -9 "$gateway"; wait "$gateway" 2>/dev/null || true
  printf '%s\tkilled %s ms after its start, %s\t%s sent\t%s in the mailbox\t%s moved\n' "$kill" "$(($(now) - begin))" $when "$(sent)" "$(in_box)" "$(done_with)" | tee -a "$work/kills.tsv"
  wait "$sender"
done

# --- the last start is left alone until the mailbox is empty, and then until interrupted work was taken up again
start
for _ in $(seq 180); do sleep 1; [ "$(in_box)" = 0 ] && [ "$(done_with)" -ge "$messages" ] && break; done
sleep "${REST:-90}"
kill "$gateway"; wait "$gateway" 2>/dev/null || true; gateway=

# --- counted in a copy of the database and in the mailbox itself
cp "$work/state/spoc.mv.db" "$work/copy.mv.db"
sql() { java -cp "$work/lib/*" org.h2.tools.Shell -url "jdbc:h2:file:$work/copy;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;ACCESS_MODE_DATA=r" \
  -user "${DB_USER:-sa}" -password "" -sql "$1" | sed -n 2p | tr -d ' '; }
records=$(sql "select count(*) from inbound where account = 'spoc'")
known=$(sql "select count(distinct message_id_index) from inbound where account = 'spoc'")
filed=$(sql "select count(*) from inbound where account = 'spoc' and state = 'filed'")
person=$(sql "select count(*) from inbound where account = 'spoc' and state in ('waiting', 'quarantined', 'unopened')")
marked=$(sql "select count(*) from inbound where account = 'spoc' and moved")
cases=$(sql "select count(distinct case_id) from inbound where account = 'spoc' and case_id is not null")
logged=$(sql "select count(*) from log_entry where locate('\"intake.accepted\"', utf8tostring(leaf)) > 0")
arrived=$(grep -rhoi '^Message-ID: <referral-[0-9]*@' "$box/.Processed" "$box/cur" "$box/new" 2>/dev/null | sort | uniq | wc -l)
copies=$(grep -rhoi '^Message-ID: <referral-[0-9]*@' "$box/.Processed" "$box/cur" "$box/new" 2>/dev/null | wc -l)
echo "sent $(sent), delivered $arrived different messages as $copies files; kills $kills"
echo "records $records, lost $((arrived - known)), twice $((records - known)), in the log as accepted $logged"
echo "moved $marked (in the mailbox: $(done_with) moved, $(in_box) left); on a case $filed (cases $cases), in front of a person $person"
[ "$records" = "$messages" ] && [ "$known" = "$messages" ] && [ "$logged" = "$messages" ] && [ "$marked" = "$messages" ] \
  && [ "$((filed + person))" = "$messages" ] && [ "$cases" = "$filed" ] && [ "$(done_with)" = "$messages" ] && [ "$(in_box)" = 0 ]
