-- KEYS: when each beat is forgotten (sorted set); the beats (hash). Answers the beats that last, and forgets the others.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
for _, worker in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now)) do
    redis.call('ZREM', KEYS[1], worker)
    redis.call('HDEL', KEYS[2], worker)
end
return redis.call('HVALS', KEYS[2])
