-- ARGV: the delivery's token; milliseconds of its lease; how often a message is delivered; how many dead letters are kept.
-- Answers { id, task, attempt }; or in how many milliseconds the first lease runs out; or nothing where none is held.
local token, lease, limit, kept = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4]
if redis.call('EXISTS', stream) == 0 then return false end

local function hold(id, content, deliveries)
    redis.call('XCLAIM', stream, group, token, 0, id, 'IDLE', full - lease, 'RETRYCOUNT', deliveries, 'JUSTID')
    return { id, content[2], content[4] }
end

-- First what was given back or whose lease has run out. (XAUTOCLAIM does this without a look at the count.)
while true do
    local entry = pending('IDLE', full, '-', '+', 1)[1]
    if not entry then break end
    local id, deliveries = entry[1], tonumber(entry[4])
    local message = redis.call('XRANGE', stream, id, id)[1]
    if message and deliveries < limit then
        local taken = hold(id, message[2], deliveries + 1)
        dismiss(entry[2])
        return taken
    end
    if message then
        -- It seems to kill whoever takes it. Where there is no room for dead letters, it goes all the same.
        local task, attempt = message[2][2], message[2][4]
        redis.pcall('XADD', dead, 'MAXLEN', '~', kept, '*', 'task', task, 'attempt', attempt, 'deliveries', deliveries)
        forget(id, task .. ':' .. attempt)
    else
        redis.call('XACK', stream, group, id)
    end
    dismiss(entry[2])
end

-- Then what nobody has taken yet. A read that finds nothing would leave a consumer behind.
local waiting = nil
for _, fields in ipairs(redis.call('XINFO', 'GROUPS', stream)) do
    if fields[2] == group then waiting = redis.call('XLEN', stream) - fields[6] end
end
if not waiting then
    redis.call('XGROUP', 'CREATE', stream, group, '0')
    waiting = redis.call('XLEN', stream)
end
if waiting > 0 then
    local read = redis.call('XREADGROUP', 'GROUP', group, token, 'COUNT', 1, 'STREAMS', stream, '>')
    if read then
        local message = read[1][2][1]
        return hold(message[1], message[2], 1)
    end
    dismiss(token)
end

local first = false
for _, entry in ipairs(pending('-', '+', 100)) do first = math.min(first or full, full - entry[3]) end
return first
