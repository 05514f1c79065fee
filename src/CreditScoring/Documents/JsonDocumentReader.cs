using Newtonsoft.Json;

namespace CreditScoring.Documents;

/// <summary>
/// JSON text -> located values, or the flaw that stopped the reading. Strict: one value, no duplicate
/// names, no damaged characters, numbers that fit a decimal, depth at most <see cref="MaxDepth"/>.
/// </summary>
public static class JsonDocumentReader
{
    /// <summary>
    /// Objects and lists nested deeper than this are refused: room for 64 rules in one another.
    /// </summary>
    public const int MaxDepth = 160;

    private static readonly HashSet<string> NoNames = [];

    public static JsonPiece? Read(SourceText source, out Flaw? flaw)
    {
        flaw = TextDamage.FlawOf(source);
        if (flaw is not null)
        {
            return null;
        }

        try
        {
            return new Walk(source).Document();
        }
        catch (JsonFault fault)
        {
            flaw = fault.Flaw;
        }
        catch (BrokenJson broken)
        {
            flaw = Broken(source.At(broken.Offset), broken.Why);
        }

        return null;
    }

    /// <summary>What is not JSON, at its place.</summary>
    internal static Flaw Broken(Place place, Wording why) => new(
        "json-broken", place,
        new Wording($"不是有效的 JSON：{why.Zh}", $"not valid JSON: {why.En}"),
        new Wording("检查此处的引号、逗号、括号和转义", "check quotes, commas, brackets and escapes here"));

    private sealed class JsonFault(Flaw flaw) : Exception
    {
        public Flaw Flaw { get; } = flaw;
    }

    private sealed class Walk(SourceText source)
    {
        private readonly JsonTokens tokens = new(
            source.Text, 0, source.Text.Length, MaxDepth, NoNames.GetAlternateLookup<ReadOnlySpan<char>>());

        public JsonPiece Document()
        {
            tokens.Next();
            var piece = Piece();
            tokens.Next();
            return piece;
        }

        private JsonPiece Piece() => tokens.Token switch
        {
            JsonToken.StartObject => Object(),
            JsonToken.StartArray => List(),
            JsonToken.String => Simple(JsonKind.Text, OneLine()),
            JsonToken.Integer => Simple(JsonKind.Number, Number()),
            JsonToken.Boolean => Simple(JsonKind.Boolean, tokens.Truth),
            _ => Simple(JsonKind.Null, null),
        };

        private int End => tokens.Start + tokens.Written.Length;

        private JsonPiece Simple(JsonKind kind, object? value) => new(
            source, tokens.Start, End, kind, value);

        /// <summary>A text that says its line ends and tabs by escapes, as JSON has them.</summary>
        private string OneLine()
        {
            var at = tokens.Written.IndexOfAny('\t', '\r', '\n');
            return at < 0 ? tokens.Text : throw new JsonFault(Broken(
                source.At(tokens.Start + at),
                new Wording(
                    "文字中的换行和制表符应写成 \\n、\\t", "line ends and tabs in a text are written \\n and \\t")));
        }

        private object Number() =>
            JsonNumber.TryParse(tokens.Written, out var number, out var what, whole: true)
            ? number
            : throw new JsonFault(JsonNumber.Flaw(source.At(tokens.Start), what!.Value));

        private JsonPiece Object()
        {
            var at = tokens.Start;
            var names = new HashSet<string>(StringComparer.Ordinal);
            var properties = new List<JsonProperty>();
            while (tokens.Next() != JsonToken.EndObject)
            {
                var name = OneLine();
                var place = source.At(tokens.Start);
                if (!names.Add(name))
                {
                    throw new JsonFault(Broken(place, new Wording(
                        $"“{Spelling.Shown(name)}”在一个对象中出现了两次",
                        $"\"{Spelling.Shown(name)}\" stands twice in one object")));
                }

                tokens.Next();
                properties.Add(new JsonProperty(name, place, Piece()));
            }

            return new JsonPiece(source, at, End, JsonKind.Object, null) { Properties = properties };
        }

        private JsonPiece List()
        {
            var at = tokens.Start;
            var items = new List<JsonPiece>();
            while (tokens.Next() != JsonToken.EndArray)
            {
                items.Add(Piece());
            }

            return new JsonPiece(source, at, End, JsonKind.List, null) { Items = items };
        }
    }
}
