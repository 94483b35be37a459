-- ARGV: the message's identifier; the delivery's token; the dispatch's key. Answers 1; 0 where it is not held so.
local id, token, key = unpack(ARGV)
if not held(id, token) then return 0 end
forget(id, key)
dismiss(token)
return 1
