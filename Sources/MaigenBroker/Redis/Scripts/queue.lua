-- What the scripts of queues share: each is this text and its own.
--
-- A queue is a stream with one consumer group. A message that is done with leaves the stream at once, so nothing is ever
-- trimmed. A delivery is a consumer of its own, named by a random token; so who holds a message and how often it was
-- delivered stands in the group's list of pending entries alone. So does the lease: an entry's idle time is `full` less
-- what is left of it, so one that is `full` idle is free. Whatever a script does, it does whole or not at all.
--
-- KEYS: the stream; where each dispatch is in it (hash); the dead letters (stream).
local stream, known, dead = KEYS[1], KEYS[2], KEYS[3]
local group, returned = 'workers', 'returned'
local full = 86400000

-- Pending entries as { id, consumer, idle, deliveries }; none where there is no group.
local function pending(...)
    local reply = redis.pcall('XPENDING', stream, group, ...)
    if reply.err then
        if string.find(reply.err, 'NOGROUP', 1, true) then return {} end
        error(reply)
    end
    return reply
end

-- The entry that `token` holds.
local function held(id, token)
    local entry = pending(id, id, 1)[1]
    if entry and entry[2] == token then return entry end
end

-- Takes a message out; `key` says which.
local function forget(id, key)
    redis.call('XACK', stream, group, id)
    redis.call('XDEL', stream, id)
    if redis.call('HGET', known, key) == id then redis.call('HDEL', known, key) end
end

-- Takes a delivery's consumer out, which holds nothing any more.
local function dismiss(consumer)
    if consumer ~= returned then redis.call('XGROUP', 'DELCONSUMER', stream, group, consumer) end
end

-- The identifier of the message about a dispatch, if there is one.
local function find(key)
    local id = redis.call('HGET', known, key)
    if id and #redis.call('XRANGE', stream, id, id) == 1 then return id end
end

-- Adds a message.
local function add(key, task, attempt)
    if redis.call('EXISTS', stream) == 0 then redis.call('XGROUP', 'CREATE', stream, group, '0', 'MKSTREAM') end
    redis.call('HSET', known, key, redis.call('XADD', stream, '*', 'task', task, 'attempt', attempt))
end
