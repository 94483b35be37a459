-- ARGV: the dispatch's key, its task and attempt; how many messages may be there; the channel of news, what to say there.
-- Answers 1; 0 where there is no room.
local key, task, attempt, capacity, channel, news = unpack(ARGV)
if find(key) then return 1 end
if redis.call('XLEN', stream) >= tonumber(capacity) then return 0 end
add(key, task, attempt)
redis.call('PUBLISH', channel, news)
return 1
