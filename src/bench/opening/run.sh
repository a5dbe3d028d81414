#!/usr/bin/env bash
# Opens the same mails with the gateway, with the Direct Project's agent and with OpenSSL's library, in turn and on one core.
#
#   src/bench/opening/run.sh [ROUNDS [MILLISECONDS [WARM-UP-MILLISECONDS]]]
#
# JAVA_HOME names the Java to measure with. Needs the openssl command; with gcc and OpenSSL's headers the loops in C run too.
# The contenders share one core; nothing else should be running. About ten minutes with the figures below.
set -euo pipefail
cd "$(dirname "$0")/../../.."
bench=src/bench/opening
work=target/bench
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
mkdir -p $work/classes $work/agent
[ -f $work/messages/1m-p256-gcm.eml ] || $bench/make-messages.sh $work/messages

env -u JAVA_HOME ./mvnw -q -B -ntp -DskipTests compile
env -u JAVA_HOME ./mvnw -q -B -ntp dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile="$PWD/$work/gateway.path"
env -u JAVA_HOME ./mvnw -q -B -ntp -f $bench/agent/pom.xml dependency:build-classpath -Dmdep.outputFile="$PWD/$work/agent.path"
gateway=target/classes:$work/classes:$(cat $work/gateway.path)
agent=$work/agent:$(cat $work/agent.path)
"${java}c" -d $work/classes -cp "$gateway" $bench/Loop.java $bench/GatewayLoop.java
"${java}c" -d $work/agent -cp "$agent" $bench/Loop.java $bench/AgentLoop.java

pin="taskset -c $(($(nproc) - 1)) $java -Xmx1g -XX:+UseSerialGC"
native=
[[ $("$java" --help-extra 2>&1) == *enable-native-access* ]] && native="--enable-native-access=ALL-UNNAMED"
{
    printf 'gateway\t%s %s -cp %s GatewayLoop %s\n' "$pin" "$native" "$gateway" $work/messages
    printf 'gateway-jdk\t%s -Dgateway.native-crypto=off -cp %s GatewayLoop %s\n' "$pin" "$gateway" $work/messages
    printf 'nhind-agent\t%s -cp %s AgentLoop %s\n' "$pin" "$agent" $work/messages
    if gcc -O2 -D_GNU_SOURCE -o $work/libcrypto $bench/libcrypto.c -lcrypto 2> $work/gcc.log; then
        printf 'libcrypto\ttaskset -c %s %s plain %s\n' "$(($(nproc) - 1))" $work/libcrypto $work/messages
        printf 'libcrypto-tuned\ttaskset -c %s %s tuned %s\n' "$(($(nproc) - 1))" $work/libcrypto $work/messages
    else
        echo "no gcc or no OpenSSL headers (Debian: gcc libssl-dev): the loops in C are left out" >&2
    fi
} > $work/contenders

"$java" -version 2>&1 | head -1
"$java" $bench/Rounds.java $work/contenders $work/messages "${1:-7}" "${2:-1500}" "${3:-10000}"
