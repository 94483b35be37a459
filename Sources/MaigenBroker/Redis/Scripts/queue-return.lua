-- ARGV: the message's identifier; the delivery's token; the channel of news, what to say there.
-- Answers 1; 0 where it is not held so.
local id, token, channel, news = unpack(ARGV)
local entry = held(id, token)
if not entry then return 0 end
redis.call('XCLAIM', stream, group, returned, 0, id, 'IDLE', full, 'RETRYCOUNT', entry[4] - 1, 'JUSTID')
dismiss(token)
redis.call('PUBLISH', channel, news)
return 1
