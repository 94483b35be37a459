-- ARGV: the dispatch's key; how often a message is delivered. Answers 0: unknown, 1: waiting, 2: held.
local id = find(ARGV[1])
if not id then return 0 end
local entry = pending(id, id, 1)[1]
if not entry then return 1 end
if entry[3] < full then return 2 end
return tonumber(entry[4]) < tonumber(ARGV[2]) and 1 or 0
