using System.Globalization;
using Newtonsoft.Json;

namespace CreditScoring.Documents;

/// <summary>
/// JSON text -> located values, or the flaw that stopped the reading. Strict: one value, no duplicate
/// names, no comments, no NaN, depth at most <see cref="MaxDepth"/>.
/// </summary>
public static class JsonDocumentReader
{
    /// <summary>
    /// Objects and lists nested deeper than this are refused: room for 64 rules in one another.
    /// </summary>
    public const int MaxDepth = 160;

    public static JsonPiece? Read(SourceText source, out Flaw? flaw)
    {
        using var reader = new JsonTextReader(new StringReader(source.Text))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
            MaxDepth = MaxDepth,
            Culture = CultureInfo.InvariantCulture,
        };
        var walk = new Walk(source, reader);
        try
        {
            flaw = null;
            return walk.Document();
        }
        catch (JsonFault fault)
        {
            flaw = fault.Flaw;
        }
        catch (JsonReaderException broken)
        {
            var place = source.At(source.OffsetOf(broken.LineNumber, broken.LinePosition + 1));
            flaw = Broken(place, broken.Message);
        }
        catch (OverflowException)
        {
            flaw = Broken(walk.Here, "the number is too large");
        }

        return null;
    }

    private static Flaw Broken(Place place, string reason) => new(
        "json-broken", place,
        new Wording($"不是有效的 JSON（{reason}）", $"not valid JSON: {reason}"),
        new Wording("检查此处的引号、逗号和括号", "check quotes, commas and brackets here"));

    private sealed class JsonFault(Flaw flaw) : Exception
    {
        public Flaw Flaw { get; } = flaw;
    }

    private sealed class Walk(SourceText source, JsonTextReader reader)
    {
        private int end;
        private int start;

        public Place Here => source.At(start);

        public JsonPiece Document()
        {
            Next();
            var piece = Piece();
            if (reader.Read())
            {
                throw new JsonFault(Broken(source.At(end), "text after the end of the value"));
            }

            return piece;
        }

        private void Next()
        {
            start = SkipFiller(end);
            if (!reader.Read())
            {
                throw new JsonFault(Broken(source.At(source.Text.Length), "the text ends too early"));
            }

            if (reader.TokenType is JsonToken.Comment or JsonToken.Undefined
                or JsonToken.StartConstructor)
            {
                throw new JsonFault(Broken(Here, "comments and constructors are not JSON"));
            }

            end = source.OffsetOf(reader.LineNumber, reader.LinePosition + 1);
        }

        private int SkipFiller(int from)
        {
            while (from < source.Text.Length
                && (char.IsWhiteSpace(source.Text[from]) || source.Text[from] is ',' or ':'))
            {
                from++;
            }

            return from;
        }

        private JsonPiece Piece() => reader.TokenType switch
        {
            JsonToken.StartObject => Object(),
            JsonToken.StartArray => List(),
            JsonToken.String => Simple(JsonKind.Text, RequireDoubleQuote((string)reader.Value!)),
            JsonToken.Integer or JsonToken.Float => Simple(JsonKind.Number, AsDecimal()),
            JsonToken.Boolean => Simple(JsonKind.Boolean, reader.Value),
            JsonToken.Null => Simple(JsonKind.Null, null),
            _ => throw new JsonFault(Broken(Here, $"unexpected {reader.TokenType}")),
        };

        private JsonPiece Simple(JsonKind kind, object? value) => new(source, start, kind, value);

        private string RequireDoubleQuote(string text) => source.Text[start] == '"' ? text
            : throw new JsonFault(Broken(Here, "texts stand in double quotes"));

        private object AsDecimal() => reader.Value switch
        {
            double => throw new JsonFault(Broken(Here, "the number is not a decimal")),
            System.Numerics.BigInteger large => (decimal)large,
            var number => Convert.ToDecimal(number, CultureInfo.InvariantCulture),
        };

        private JsonPiece Object()
        {
            var at = start;
            var names = new HashSet<string>(StringComparer.Ordinal);
            var properties = new List<JsonProperty>();
            for (Next(); reader.TokenType != JsonToken.EndObject; Next())
            {
                var name = RequireDoubleQuote((string)reader.Value!);
                var place = Here;
                if (!names.Add(name))
                {
                    throw new JsonFault(Broken(place, $"\"{name}\" stands twice in one object"));
                }

                Next();
                properties.Add(new JsonProperty(name, place, Piece()));
            }

            return new JsonPiece(source, at, JsonKind.Object, null) { Properties = properties };
        }

        private JsonPiece List()
        {
            var at = start;
            var items = new List<JsonPiece>();
            for (Next(); reader.TokenType != JsonToken.EndArray; Next())
            {
                items.Add(Piece());
            }

            return new JsonPiece(source, at, JsonKind.List, null) { Items = items };
        }
    }
}
