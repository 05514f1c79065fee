using Newtonsoft.Json;

namespace CreditScoring.Documents;

/// <summary>Where a text stops being JSON, and why; the rest of it cannot be read.</summary>
internal sealed class BrokenJson(int offset, string zh, string en) : Exception(en)
{
    public int Offset { get; } = offset;

    public Wording Why { get; } = new(zh, en);
}

/// <summary>
/// The tokens of a stretch of text that is JSON as RFC 8259 has it and nothing else: the one reader under
/// everything that comes from outside. No comments, no single quotes, no bare names, no comma too many. A
/// number is a token as it is written; <see cref="JsonNumber"/> says whether it is one.
/// </summary>
internal sealed class JsonTokens(
    string text, int start, int end, int maxDepth, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> names)
{
    private const int LongestName = 40;

    private readonly bool[] inObject = new bool[maxDepth];
    private int depth;
    private int next = start;
    private Expected expected = Expected.Value;
    private int contentStart;
    private int contentEnd;
    private bool escaped;
    private string? content;

    private enum Expected { Value, FirstItem, FirstName, CommaOrClose, End }

    /// <summary>
    /// The token at hand; numbers are all <see cref="JsonToken.Integer"/>, None is the end.
    /// </summary>
    public JsonToken Token { get; private set; }

    /// <summary>Offset of its first character.</summary>
    public int Start { get; private set; } = start;

    /// <summary>The characters of the token as they are written.</summary>
    public ReadOnlySpan<char> Written =>
        text.AsSpan(Start, (Token == JsonToken.PropertyName ? contentEnd + 1 : next) - Start);

    public bool Truth { get; private set; }

    /// <summary>What a text or a name says, without escapes.</summary>
    public string Text => content ??= escaped
        ? JsonEscapes.Undone(text, contentStart, contentEnd)
        : Content.Length <= LongestName && names.TryGetValue(Content, out var known)
            ? known
            : Content.ToString();

    private ReadOnlySpan<char> Content => text.AsSpan(contentStart, contentEnd - contentStart);

    /// <exception cref="BrokenJson">What follows is not JSON.</exception>
    public JsonToken Next()
    {
        SkipBlanks();
        content = null;
        if (expected == Expected.CommaOrClose && At(',') is { } comma)
        {
            next++;
            SkipBlanks();
            RefuseClose(comma);
            expected = inObject[depth - 1] ? Expected.FirstName : Expected.FirstItem;
        }

        Start = next;
        return Token = expected switch
        {
            Expected.End => next >= end ? JsonToken.None
                : throw Broken("值之后还有文字", "text after the end of the value"),
            _ when next >= end => throw Broken("文本提前结束", "the text ends too early"),
            Expected.Value => Value(),
            _ when depth > 0 && text[next] == (inObject[depth - 1] ? '}' : ']') => Close(),
            Expected.FirstItem => Value(),
            Expected.FirstName => Name(),
            _ => throw Broken("此处应为逗号或右括号", "a comma or a closing bracket is expected here"),
        };
    }

    private void RefuseClose(int comma)
    {
        if (next < end && text[next] is '}' or ']')
        {
            throw new BrokenJson(comma, "最后一项之后多了逗号", "a comma after the last item");
        }
    }

    private int? At(char character) => next < end && text[next] == character ? next : null;

    private void SkipBlanks()
    {
        while (next < end && text[next] is ' ' or '\t' or '\r' or '\n')
        {
            next++;
        }
    }

    private JsonToken Value() => text[next] switch
    {
        '{' => Open(true),
        '[' => Open(false),
        '"' => String(JsonToken.String),
        '-' or '+' or '.' or (>= '0' and <= '9') => Number(),
        _ => Literal(),
    };

    private JsonToken Open(bool asObject)
    {
        if (depth == maxDepth)
        {
            throw Broken($"嵌套超过 {maxDepth} 层", $"nested deeper than {maxDepth} levels");
        }

        inObject[depth++] = asObject;
        next++;
        expected = asObject ? Expected.FirstName : Expected.FirstItem;
        return asObject ? JsonToken.StartObject : JsonToken.StartArray;
    }

    private JsonToken Close()
    {
        next++;
        var wasObject = inObject[--depth];
        AfterValue();
        return wasObject ? JsonToken.EndObject : JsonToken.EndArray;
    }

    private JsonToken Name()
    {
        if (text[next] != '"')
        {
            throw Unexpected();
        }

        String(JsonToken.PropertyName);
        SkipBlanks();
        if (At(':') is null)
        {
            throw Broken("名称之后应为冒号", "a colon is expected after the name");
        }

        next++;
        expected = Expected.Value;
        return JsonToken.PropertyName;
    }

    private JsonToken String(JsonToken token)
    {
        (contentStart, escaped) = (next + 1, false);
        for (var at = contentStart; ;)
        {
            var found = at >= end ? -1 : text.AsSpan(at, end - at).IndexOfAny('"', '\\');
            if (found < 0)
            {
                throw new BrokenJson(end, "文字没有右引号", "a text without its closing quote");
            }

            at += found;
            if (text[at] == '"')
            {
                (contentEnd, next) = (at, at + 1);
                AfterValue();
                return token;
            }

            at = JsonEscapes.After(text, at, end);
            escaped = true;
        }
    }

    private JsonToken Number()
    {
        next += WordLength();
        AfterValue();
        return JsonToken.Integer;
    }

    private JsonToken Literal()
    {
        var word = text.AsSpan(next, WordLength());
        var token = word switch
        {
            "true" or "false" => JsonToken.Boolean,
            "null" => JsonToken.Null,
            // Numbers to their writer; that they are none is said with the others.
            "NaN" or "Infinity" => JsonToken.Integer,
            _ => throw Unexpected(),
        };
        Truth = word is "true";
        next += word.Length;
        AfterValue();
        return token;
    }

    private int WordLength()
    {
        var rest = text.AsSpan(next, end - next);
        var length = rest.IndexOfAny(" \t\r\n,:]}");
        return length < 0 ? rest.Length : length;
    }

    private void AfterValue() => expected = depth == 0 ? Expected.End : Expected.CommaOrClose;

    private BrokenJson Unexpected() => text[next] switch
    {
        '\'' or '“' or '”' or '‘' or '’' => Broken("文字应使用英文双引号", "texts stand in double quotes"),
        '/' or '#' => Broken("JSON 没有注释", "comments are not JSON"),
        ',' => Broken("逗号之前缺少一项", "an item is missing before the comma"),
        '，' or '：' => Broken("此处应使用半角标点", "punctuation is narrow here"),
        _ when char.IsLetter(text[next]) || text[next] is '_' or '$' => Broken(
            "名称和文字应使用英文双引号", "names and texts stand in double quotes"),
        _ => Broken("此处有多余的字符", "a character that cannot stand here"),
    };

    private BrokenJson Broken(string zh, string en) => new(next, zh, en);
}
