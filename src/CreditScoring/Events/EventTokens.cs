using System.Buffers;
using System.Globalization;
using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Events;

/// <summary>Where a token begins or the blanks before it, in the reader's own count.</summary>
internal readonly record struct Spot(int Line, int Position);

/// <summary>A fault after which the rest of an event cannot be read.</summary>
internal sealed class BrokenEvent(Flaw flaw) : Exception
{
    public Flaw Flaw { get; } = flaw;
}

/// <summary>
/// The tokens of one event, strict where the reader below is lax: double quotes only, no comments,
/// no constructors, no trailing commas, nothing after the end.
/// </summary>
internal sealed class EventTokens : IDisposable
{
    /// <summary>Objects and lists nested deeper than this are refused.</summary>
    public const int MaxDepth = 32;

    private readonly Passage passage;
    private readonly JsonTextReader reader;

    public EventTokens(Passage passage, JsonNameTable names)
    {
        this.passage = passage;
        reader = new JsonTextReader(new PassageReader(passage))
        {
            ArrayPool = Buffers.Instance,
            Culture = CultureInfo.InvariantCulture,
            DateParseHandling = DateParseHandling.None,
            // The value is not used: Number() reads the characters. As a decimal, a huge number
            // would stop the reading instead of being one flaw among others.
            FloatParseHandling = FloatParseHandling.Double,
            MaxDepth = MaxDepth,
            PropertyNameTable = names,
        };
    }

    public JsonToken Token => reader.TokenType;

    /// <summary>Where the present token stands.</summary>
    public Spot Spot { get; private set; }

    public string Text => (string)reader.Value!;

    public bool Truth => (bool)reader.Value!;

    public Place Here => At(Spot);

    public JsonToken Next()
    {
        Spot = End;
        try
        {
            if (!reader.Read())
            {
                throw Broken(passage.End, "文本提前结束", "the text ends too early");
            }
        }
        catch (JsonReaderException broken)
        {
            throw Broken(broken);
        }

        Require(reader.TokenType);
        return reader.TokenType;
    }

    /// <summary>Passes over the value at hand, whatever it is.</summary>
    public void Skip()
    {
        var depth = 0;
        do
        {
            depth += Token switch
            {
                JsonToken.StartObject or JsonToken.StartArray => 1,
                JsonToken.EndObject or JsonToken.EndArray => -1,
                _ => 0,
            };
        }
        while (depth > 0 && Next() != JsonToken.None);
    }

    /// <summary>The number at hand.</summary>
    public bool TryNumber(out decimal number, out Wording? flaw)
    {
        var start = OffsetOf(Spot);
        var end = passage.OffsetOf(reader.LineNumber, reader.LinePosition);
        var text = passage.Source.Text.AsSpan(start, end - start);
        return JsonNumber.TryParse(text.TrimEnd(), out number, out flaw);
    }

    /// <summary>Refuses anything but blanks after the event.</summary>
    public void RequireEnd()
    {
        var end = passage.OffsetOf(End.Line, End.Position);
        var rest = passage.Source.Text.AsSpan(end, passage.End - end);
        if (!rest.IsWhiteSpace())
        {
            throw Broken(passage.End - rest.TrimStart().Length, "事件之后还有文字", "text after the end of the event");
        }
    }

    public Place At(Spot spot) => passage.At(OffsetOf(spot));

    public void Dispose() => ((IDisposable)reader).Dispose();

    private Spot End => new(Math.Max(1, reader.LineNumber), reader.LinePosition);

    private int OffsetOf(Spot spot)
    {
        var offset = passage.OffsetOf(spot.Line, spot.Position);
        var text = passage.Source.Text;
        while (offset < passage.End
            && (char.IsWhiteSpace(text[offset]) || text[offset] is ',' or ':'))
        {
            offset++;
        }

        return offset;
    }

    private void Require(JsonToken token)
    {
        switch (token)
        {
            case JsonToken.String or JsonToken.PropertyName when reader.QuoteChar != '"':
                throw Broken(OffsetOf(Spot), "文字应使用双引号", "texts stand in double quotes");
            case JsonToken.Comment or JsonToken.Undefined or JsonToken.StartConstructor:
                throw Broken(
                    OffsetOf(Spot), "JSON 没有注释、undefined 和构造式",
                    "comments, undefined and constructors are not JSON");
            case JsonToken.EndObject or JsonToken.EndArray:
                RefuseTrailingComma();
                break;
        }
    }

    private void RefuseTrailingComma()
    {
        var text = passage.Source.Text;
        var before = passage.OffsetOf(reader.LineNumber, reader.LinePosition) - 2;
        while (before > passage.Start && char.IsWhiteSpace(text[before]))
        {
            before--;
        }

        if (before > passage.Start && text[before] == ',')
        {
            throw Broken(before, "最后一项之后多了逗号", "a comma after the last item");
        }
    }

    private BrokenEvent Broken(int offset, string zh, string en) =>
        new(EventFlaws.Broken(passage.At(offset), zh, en));

    private BrokenEvent Broken(JsonReaderException broken)
    {
        var offset = passage.OffsetOf(broken.LineNumber, broken.LinePosition);
        if (broken.Message.Contains("MaxDepth", StringComparison.Ordinal))
        {
            return Broken(offset, $"嵌套超过 {MaxDepth} 层", $"nested deeper than {MaxDepth} levels");
        }

        // What follows "Path" says the place again, in the reader's own count.
        var path = broken.Message.IndexOf(" Path '", StringComparison.Ordinal);
        var reason = Spelling.Shown(path < 0 ? broken.Message : broken.Message[..path]);
        return Broken(offset, reason, reason);
    }

    private sealed class Buffers : IArrayPool<char>
    {
        public static readonly Buffers Instance = new();

        public char[] Rent(int minimumLength) => ArrayPool<char>.Shared.Rent(minimumLength);

        public void Return(char[]? array) => ArrayPool<char>.Shared.Return(array!);
    }
}
