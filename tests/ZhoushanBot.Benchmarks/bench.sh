#!/usr/bin/env bash
# Measures the service beside a bare Kestrel JSON echo and an echo bot on our adapter, in one run, in turns, and prints Markdown.
# Needs wrk (Debian: apt-get install wrk). Environment: ROUNDS (3), SECS (8), WARM (20: until the compiler has settled), CONNECTIONS (32), PAGES (500),
# BASE_PORT (9100; eight ports from there).
set -euo pipefail
cd "$(dirname "$0")"
ROUNDS=${ROUNDS:-3} SECS=${SECS:-8} WARM=${WARM:-20} CONNECTIONS=${CONNECTIONS:-32} PAGES=${PAGES:-500} BASE_PORT=${BASE_PORT:-9100}
command -v wrk >/dev/null || { echo "wrk is missing: apt-get install wrk" >&2; exit 2; }

dotnet build -c Release -v q --nologo >&2
bin=$(dotnet msbuild -p:Configuration=Release -getProperty:OutDir)
data=$(mktemp -d)
pids=()
stop() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$data"
}
trap stop EXIT

connector=http://127.0.0.1:$BASE_PORT
bare=http://127.0.0.1:$((BASE_PORT + 1))
adapter=http://127.0.0.1:$((BASE_PORT + 2))
service=http://127.0.0.1:$((BASE_PORT + 3))
registered=http://127.0.0.1:$((BASE_PORT + 4))
pages=http://127.0.0.1:$((BASE_PORT + 5))
cloud_port=$((BASE_PORT + 6))
cloud=https://localhost:$cloud_port
app=11111111-2222-3333-4444-555555555555
export QUESTIONS=$PWD/questions.txt SERVICE_URL=$connector/

one_question='{"type":"message","id":"cold","channelId":"emulator","deliveryMode":"expectReplies","from":{"id":"u"},"recipient":{"id":"b"},"conversation":{"id":"c"},"text":"市水利局牵头哪些任务"}'
milliseconds() { echo $(($(date +%s%N) / 1000000)); }
start() { "$@" >"$data/log.${#pids[@]}" 2>&1 & pids+=($!); }
until_it_works() { # what it is, command...
  local what=$1 i
  shift
  for ((i = 0; i < 3000; i++)); do
    if "$@"; then return; fi
    sleep 0.01
  done
  echo "no answer from $what" >&2
  cat "$data"/log.* >&2
  exit 1
}
await_answer() { until_it_works "$1" curl -sf -o /dev/null -H 'Content-Type: application/json' -d "$one_question" "$1/api/messages"; }
await_page() { until_it_works "$1" curl -sf -o /dev/null --cacert "$data/cloud.pem" "$1"; }
memory() { awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$1/status"; }
serve() { # store url settings...
  local store=$1 url=$2
  shift 2
  "$bin/ZhoushanBot" import "$bin/Data/zhoushan-2024-13.txt" --yes --data "$data/$store" >/dev/null
  start "$bin/ZhoushanBot" serve --data "$data/$store" --urls "$url" --Logging:LogLevel:Default=Warning "$@"
}

echo "Measured on $(nproc) cores shared with the load generator, .NET $(dotnet --version), Release, $(date -u +%F)."
echo

# Fill the store, then start with it as any later start does.
"$bin/ZhoushanBot" import "$bin/Data/zhoushan-2024-13.txt" --yes --data "$data/service" >/dev/null
cold=()
for ((i = 0; i < 3; i++)); do
  began=$(milliseconds)
  start "$bin/ZhoushanBot" serve --data "$data/service" --urls "$service" --Logging:LogLevel:Default=Warning
  await_answer "$service"
  cold+=($(($(milliseconds) - began)))
  if ((i < 2)); then kill "${pids[-1]}"; wait "${pids[-1]}" || true; fi
done
service_pid=${pids[-1]}

start "$bin/ZhoushanBot.Benchmarks" connector "$connector"
start "$bin/ZhoushanBot.Benchmarks" bare "$bare"
start "$bin/ZhoushanBot.Benchmarks" adapter "$adapter"
start "$bin/ZhoushanBot.Benchmarks" cloud "$cloud_port" "$data/cloud.pem"
await_answer "$bare"
await_answer "$adapter"
await_page "$cloud/channel"

# A registered bot: it checks a token of every activity, and sends one of its own with every ordinary reply.
SSL_CERT_FILE=$data/cloud.pem serve registered "$registered" --Bot:AppId="$app" --Bot:TenantId=tenant --Bot:Password=secret \
  --Bot:Endpoints:OpenIdMetadata="$cloud/channel" --Bot:Endpoints:Authority="$cloud"
await_page "$registered/healthz"

run() { # target delivery url bearer seconds
  BEARER=$4 DELIVERY=$2 wrk -t1 -c"$CONNECTIONS" -d"$5"s --latency -s question.lua "$3/api/messages" | sed -n "s/^RESULT/$1/p"
}
targets=(
  "bare expectReplies $bare -" "adapter expectReplies $adapter -" "service expectReplies $service -" "registered expectReplies $registered bearer"
  "adapter-ordinary normal $adapter -" "service-ordinary normal $service -" "registered-ordinary normal $registered bearer"
)
run_all() { # seconds file
  local target name delivery url token
  for target in "${targets[@]}"; do
    read -r name delivery url token <<<"$target"
    if [ "$token" = - ]; then token=; else token=$(curl -sf --cacert "$data/cloud.pem" "$cloud/bearer?serviceUrl=$SERVICE_URL"); fi
    run "$name" "$delivery" "$url" "$token" "$1" >>"$2"
  done
}
run_all "$WARM" /dev/null
for ((round = 0; round < ROUNDS; round++)); do run_all "$SECS" "$data/results"; done

echo "| $CONNECTIONS connections on loopback, $ROUNDS rounds of $SECS s in turns after one of $WARM s, medians | requests/s | p50 ms | p99 ms | against the bare echo | faults | bytes an answer |"
echo "| --- | --- | --- | --- | --- | --- | --- |"
awk '
  BEGIN {
    name["bare"] = "bare Kestrel JSON echo"
    name["adapter"] = "echo on our adapter, expectReplies"
    name["service"] = "**real answers, expectReplies**"
    name["registered"] = "real answers, expectReplies, with tokens"
    name["adapter-ordinary"] = "echo on our adapter, ordinary replies"
    name["service-ordinary"] = "real answers, ordinary replies"
    name["registered-ordinary"] = "real answers, ordinary replies, with tokens"
  }
  { n[$1]++; rate[$1, n[$1]] = $2; p50[$1, n[$1]] = $3; p99[$1, n[$1]] = $4; faults[$1] += $5; bytes[$1] = $6; if (!($1 in seen)) { seen[$1] = 1; order[++count] = $1 } }
  function median(values, target, i, j, swap, list) {
    for (i = 1; i <= n[target]; i++) list[i] = values[target, i]
    for (i = 1; i < n[target]; i++) for (j = i + 1; j <= n[target]; j++) if (list[j] + 0 < list[i] + 0) { swap = list[i]; list[i] = list[j]; list[j] = swap }
    return list[int((n[target] + 1) / 2)]
  }
  END {
    for (i = 1; i <= count; i++) {
      t = order[i]
      printf "| %s | %d | %.2f | %.2f | %.2f | %d | %d |\n", name[t], median(rate, t), median(p50, t), median(p99, t), median(rate, t) / median(rate, "bare"), faults[t], bytes[t]
    }
  }' "$data/results"
loaded=$(memory "$service_pid")

# A service of its own, so that its memory is that of its pages.
serve pages "$pages"
await_answer "$pages"
read -r _ open before after trips p50 p99 < <("$bin/ZhoushanBot.Benchmarks" pages "$pages" "${pids[-1]}" "$PAGES" "$SECS" | grep ^RESULT)

echo
echo "| | |"
echo "| --- | --- |"
echo "| cold start to the first answer, existing store | $(printf '%s\n' "${cold[@]}" | sort -n | paste -sd, | sed 's/,/, /g') ms |"
echo "| memory after the load above | $loaded MB |"
echo "| Direct Line: question to answer by socket, with $open open sockets and four who ask | p50 $p50 ms, p99 $p99 ms over $trips |"
echo "| memory before and with $open sockets at rest | $before MB, $after MB |"
echo
echo '```text'
"$bin/ZhoushanBot.Benchmarks" inprocess
echo '```'
