-- ARGV: the message's identifier; the delivery's token; milliseconds of its lease. Answers 1; 0 where it is not held so.
local id, token, lease = ARGV[1], ARGV[2], tonumber(ARGV[3])
local entry = held(id, token)
if not entry or entry[3] >= full then return 0 end
redis.call('XCLAIM', stream, group, token, 0, id, 'IDLE', full - lease, 'RETRYCOUNT', entry[4], 'JUSTID')
return 1
