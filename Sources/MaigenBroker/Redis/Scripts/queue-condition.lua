-- Answers { waiting, held, milliseconds since the oldest came (-1: there is none), most deliveries of one, dead letters }.
local total = redis.call('XLEN', stream)
local holds, most = 0, 0
for _, entry in ipairs(pending('-', '+', 10000)) do
    if entry[3] < full then holds = holds + 1 end
    most = math.max(most, tonumber(entry[4]))
end
local age = -1
local oldest = redis.call('XRANGE', stream, '-', '+', 'COUNT', 1)[1]
if oldest then
    local time = redis.call('TIME')
    local came = tonumber(string.match(oldest[1], '^%d+'))
    age = math.max(0, time[1] * 1000 + math.floor(time[2] / 1000) - came)
end
return { total - holds, holds, age, most, redis.call('XLEN', dead) }
