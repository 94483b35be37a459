-- KEYS: when each beat is forgotten (sorted set); the beats (hash). ARGV: the worker; its beat; milliseconds it lasts.
local time = redis.call('TIME')
redis.call('ZADD', KEYS[1], time[1] * 1000 + math.floor(time[2] / 1000) + ARGV[3], ARGV[1])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
return 1
