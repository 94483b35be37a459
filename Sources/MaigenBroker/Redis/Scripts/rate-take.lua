-- The arithmetic of `RateCounter` (the generic cell rate algorithm), for all uses or for none.
--
-- KEYS: a counter for each use. ARGV: the present moment; then for each use its rule's step and period, in milliseconds.
-- Answers -1; or how many milliseconds to wait.
local now, longest, advanced = tonumber(ARGV[1]), -1, {}
for index, key in ipairs(KEYS) do
    local step, period = tonumber(ARGV[2 * index]), tonumber(ARGV[2 * index + 1])
    local counter = advanced[key] or tonumber(redis.call('GET', key) or nil) or now
    local ahead = math.max(counter, now) + step - now
    if ahead <= period then advanced[key] = now + ahead else longest = math.max(longest, ahead - period) end
end
if longest >= 0 then return longest end
for key, counter in pairs(advanced) do
    redis.call('SET', key, string.format('%.0f', counter), 'PX', string.format('%.0f', counter - now))
end
return -1
