/** Something that must not be kept in logs or traces. */
interface Redacted {
  readonly what: string;
  /** as a pattern of Lua, which Fluent Bit runs on each record */
  readonly lua: string;
  /** as a regular expression of RE2, which the collector of traces runs on each attribute */
  readonly re2: string;
  readonly instead: string;
}

/** Checked in this order; numbers of cards are told from other numbers by their check digit as well. */
export const redacted: readonly Redacted[] = [
  {
    what: 'authorization headers and bearer tokens',
    lua: '([Bb][Ee][Aa][Rr][Ee][Rr] +)[%w%._~+/=-]+',
    re2: '(?i)bearer +[a-z0-9._~+/=-]+',
    instead: '%1[redacted]',
  },
  {
    what: 'basic credentials',
    lua: '([Bb][Aa][Ss][Ii][Cc] +)[%w+/]+=*',
    re2: '(?i)basic +[a-z0-9+/]{8,}=*',
    instead: '%1[redacted]',
  },
  {
    what: 'addresses of mail',
    lua: '[%w%._%%+-]+@[%w-]+%.[%w%.-]*%w',
    re2: '(?i)[a-z0-9._%+-]+@[a-z0-9-]+\\.[a-z0-9.-]*[a-z0-9]',
    instead: '[mail]',
  },
];

/** Numbers of 13 to 19 digits, as cards have them, with blanks or hyphens between. */
export const cardNumber = '\\b[0-9](?:[ -]?[0-9]){12,18}\\b';

/** Fields whose value is never kept, whatever it is. */
export const secretFields = [
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
  'password',
  'pan',
  'card_number',
  'cvv',
  'cvc',
] as const;

/** The script of Fluent Bit: `redact` is called with each record. */
export function redactionScript(): string {
  const names = secretFields.map((name) => `["${name}"] = true`).join(', ');
  const patterns = redacted
    .map(
      ({ what, lua, instead }) =>
        `  -- ${what}\n  text = text:gsub("${lua.replaceAll('\\', '\\\\')}", "${instead}")`,
    )
    .join('\n');
  return `local secret = { ${names} }

-- The check digit of cards (Luhn): most numbers that are no cards fail it.
local function is_card(digits)
  local sum, double = 0, false
  for at = #digits, 1, -1 do
    local digit = digits:byte(at) - 48
    if double then
      digit = digit * 2
      if digit > 9 then digit = digit - 9 end
    end
    sum, double = sum + digit, not double
  end
  return sum % 10 == 0
end

local function without_cards(text)
  return (text:gsub("%d[%d -]+%d", function(found)
    local digits = found:gsub("[ -]", "")
    if #digits >= 13 and #digits <= 19 and is_card(digits) then return "[card]" end
  end))
end

local function without_secrets(text)
${patterns}
  for name in pairs(secret) do
    -- in JSON that stands in a text: "password": "…"
    local any = name:gsub("%-", "%%-"):gsub("%a", function(c) return "[" .. c:upper() .. c .. "]" end)
    text = text:gsub('("' .. any .. '"%s*:%s*)"[^"]*"', '%1"[redacted]"')
  end
  return without_cards(text)
end

local function clean(value)
  if type(value) == "string" then return without_secrets(value) end
  if type(value) ~= "table" then return value end
  for key, inner in pairs(value) do
    if secret[tostring(key):lower()] then value[key] = "[redacted]" else value[key] = clean(inner) end
  end
  return value
end

function redact(tag, timestamp, record)
  local about = record["kubernetes"]
  record["kubernetes"] = nil
  clean(record)
  record["kubernetes"] = about
  return 2, timestamp, record
end
`;
}
