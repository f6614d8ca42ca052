-- KEYS: the record, the claim.
-- ARGV: operation, longest content, longest claim, owner, expected content, milliseconds, new content.
-- The expected content is empty for none, or else it follows a plus sign.
-- Returns whether the operation took effect, the content, and the time in milliseconds.

local operation = ARGV[1]
local owner = ARGV[4]

-- Before any write, so that a script that fails has changed nothing.
local time = redis.call('TIME')

-- A key of another type reads as an empty text, which no record is.
local function content()
  local kind = redis.call('TYPE', KEYS[1])['ok']
  if kind == 'none' then
    return false
  elseif kind ~= 'string' then
    return ''
  end
  return redis.call('GETRANGE', KEYS[1], 0, tonumber(ARGV[2]))
end

-- A claim without an end, or with a late one, does not count.
local function claimant()
  if redis.call('TYPE', KEYS[2])['ok'] ~= 'string' then
    return false
  end
  local remaining = redis.call('PTTL', KEYS[2])
  if remaining < 0 or remaining > tonumber(ARGV[3]) then
    return false
  end
  return redis.call('GETRANGE', KEYS[2], 0, 255)
end

local function isExpected()
  local current = content()
  if ARGV[5] == '' then
    return not current
  end
  return current and '+' .. current == ARGV[5]
end

local function isFree()
  local other = claimant()
  return not other or other == owner
end

local won = 1
if operation == 'claim' and isFree() and isExpected() then
  redis.call('SET', KEYS[2], owner, 'PX', ARGV[6])
elseif operation == 'extend' and claimant() == owner then
  redis.call('PEXPIRE', KEYS[2], ARGV[6])
elseif operation == 'replace' and isFree() and isExpected() then
  redis.call('SET', KEYS[1], ARGV[7], 'PX', ARGV[6])
elseif operation == 'release' and claimant() == owner then
  redis.call('DEL', KEYS[2])
elseif operation ~= 'read' then
  won = 0
end

return { won, content(), tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000) }
