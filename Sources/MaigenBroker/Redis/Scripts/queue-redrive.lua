-- ARGV: how many messages may be there; the channel of news, what to say there.
-- Sends dead letters again, as many as there is room for. Answers how many.
local capacity, channel, news = tonumber(ARGV[1]), ARGV[2], ARGV[3]
local count = 0
for _, letter in ipairs(redis.call('XRANGE', dead, '-', '+')) do
    if redis.call('XLEN', stream) >= capacity then break end
    local task, attempt = letter[2][2], letter[2][4]
    local key = task .. ':' .. attempt
    if not find(key) then add(key, task, attempt) end
    redis.call('XDEL', dead, letter[1])
    count = count + 1
end
if count > 0 then redis.call('PUBLISH', channel, news) end
return count
