#!/usr/bin/env bash
# Measures the service beside a bare Kestrel JSON echo and an echo bot on our adapter, in one run, in turns.
# Needs wrk (Debian: apt-get install wrk). Environment: ROUNDS (3), SECS (8), WARM (20: until the compiler has settled), CONNECTIONS (32), BASE_PORT (9100).
set -euo pipefail
cd "$(dirname "$0")"
ROUNDS=${ROUNDS:-3} SECS=${SECS:-8} WARM=${WARM:-20} CONNECTIONS=${CONNECTIONS:-32} BASE_PORT=${BASE_PORT:-9100}
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
export QUESTIONS=$PWD/questions.txt SERVICE_URL=$connector/

one_question='{"type":"message","id":"cold","channelId":"emulator","deliveryMode":"expectReplies","from":{"id":"u"},"recipient":{"id":"b"},"conversation":{"id":"c"},"text":"市水利局牵头哪些任务"}'
milliseconds() { echo $(($(date +%s%N) / 1000000)); }
start() { "$@" >"$data/log.${#pids[@]}" 2>&1 & pids+=($!); }
await_answer() {
  local i
  for ((i = 0; i < 3000; i++)); do
    if curl -sf -o /dev/null -H 'Content-Type: application/json' -d "$one_question" "$1/api/messages"; then return; fi
    sleep 0.01
  done
  echo "no answer from $1" >&2
  cat "$data"/log.* >&2
  exit 1
}

# Fill the store, then start with it as any later start does.
"$bin/ZhoushanBot" import "$bin/Data/zhoushan-2024-13.txt" --yes --data "$data/store" >/dev/null
echo "cold start to first answer, existing store:"
for ((i = 0; i < 3; i++)); do
  began=$(milliseconds)
  start "$bin/ZhoushanBot" serve --data "$data/store" --urls "$service" --Logging:LogLevel:Default=Warning
  await_answer "$service"
  echo "  $(($(milliseconds) - began)) ms"
  if ((i < 2)); then kill "${pids[-1]}"; wait "${pids[-1]}" || true; fi
done
service_pid=${pids[-1]}

start "$bin/ZhoushanBot.Benchmarks" connector "$connector"
start "$bin/ZhoushanBot.Benchmarks" bare "$bare"
start "$bin/ZhoushanBot.Benchmarks" adapter "$adapter"
await_answer "$bare"
await_answer "$adapter"

run() { # target delivery url seconds
  DELIVERY=$2 wrk -t1 -c"$CONNECTIONS" -d"$4"s --latency -s question.lua "$3/api/messages" | sed -n "s/^RESULT/$1/p"
}
targets=("bare expectReplies $bare" "adapter expectReplies $adapter" "service expectReplies $service" "adapter-ordinary normal $adapter" "service-ordinary normal $service")
for target in "${targets[@]}"; do run $target "$WARM" >/dev/null; done
for ((round = 0; round < ROUNDS; round++)); do
  for target in "${targets[@]}"; do run $target "$SECS" >>"$data/results"; done
done

echo
echo "$CONNECTIONS connections, loopback, $(nproc) cores, $ROUNDS rounds of $SECS s in turns after one of $WARM s; medians"
printf '%-18s %10s %10s %10s %8s %8s %10s\n' target req/s "p50 ms" "p99 ms" bare=1 faults "bytes"
awk '
  { n[$1]++; rate[$1, n[$1]] = $2; p50[$1, n[$1]] = $3; p99[$1, n[$1]] = $4; faults[$1] += $5; bytes[$1] = $6; if (!($1 in seen)) { seen[$1] = 1; order[++count] = $1 } }
  function median(values, target, i, j, swap, list) {
    for (i = 1; i <= n[target]; i++) list[i] = values[target, i]
    for (i = 1; i < n[target]; i++) for (j = i + 1; j <= n[target]; j++) if (list[j] + 0 < list[i] + 0) { swap = list[i]; list[i] = list[j]; list[j] = swap }
    return list[int((n[target] + 1) / 2)]
  }
  END {
    for (i = 1; i <= count; i++) {
      t = order[i]
      printf "%-18s %10d %10.2f %10.2f %8.2f %8d %10d\n", t, median(rate, t), median(p50, t), median(p99, t), median(rate, t) / median(rate, "bare"), faults[t], bytes[t]
    }
  }' "$data/results"
echo "service memory after it all: $(awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$service_pid/status") MB"
echo
"$bin/ZhoushanBot.Benchmarks" inprocess
