-- Asks the questions of questions.txt in turn, each time as another activity, in one of many conversations.
-- Environment: QUESTIONS (file), DELIVERY (expectReplies or normal), SERVICE_URL (the connector that gets ordinary replies), BEARER (a token, or nothing).
local questions = {}
for line in io.lines(os.getenv("QUESTIONS")) do
  if #line > 0 then questions[#questions + 1] = line:gsub("\\", "\\\\"):gsub('"', '\\"') end
end
local delivery = os.getenv("DELIVERY") or "expectReplies"
local service = os.getenv("SERVICE_URL") or "http://127.0.0.1:9100/"
local run = os.time()
local sent = 0

wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
local bearer = os.getenv("BEARER") or ""
if #bearer > 0 then wrk.headers["Authorization"] = "Bearer " .. bearer end

function request()
  sent = sent + 1
  local person = sent % 500
  return wrk.format(nil, nil, nil, string.format(
    '{"type":"message","id":"%d-%d","timestamp":"2024-05-06T07:08:09.123Z","localTimestamp":"2024-05-06T15:08:09.123+08:00",' ..
    '"channelId":"emulator","serviceUrl":"%s","deliveryMode":"%s","from":{"id":"user-%d","name":"User","role":"user"},' ..
    '"recipient":{"id":"bot","name":"Bot","role":"bot"},"conversation":{"id":"conversation-%d"},"locale":"zh-CN","textFormat":"plain",' ..
    '"channelData":{"clientActivityID":"%d"},"text":"%s"}',
    run, sent, service, delivery, person, person, sent, questions[sent % #questions + 1]))
end

-- One line for bench.sh: requests a second, p50 and p99 in ms, faults, bytes an answer.
function done(summary, latency)
  local faults = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout
  io.write(string.format("RESULT %.0f %.3f %.3f %d %.0f\n",
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000, faults, summary.bytes / math.max(summary.requests, 1)))
end
