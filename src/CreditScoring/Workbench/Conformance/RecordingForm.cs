using System.Globalization;
using CreditScoring.Documents;

namespace CreditScoring.Workbench.Conformance;

/// <summary>
/// Whether a document has the form of a recording: it comes from anywhere, and what is read of it later
/// relies on this.
/// </summary>
internal sealed class RecordingForm
{
    private static readonly string[] Instants = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];

    private static readonly string[] Outcomes = ["true", "false", "error"];

    private readonly List<Flaw> flaws = [];
    private readonly HashSet<string> inputs = new(StringComparer.Ordinal);

    private RecordingForm()
    {
    }

    /// <summary>The first thing that is wrong; null: it has the form.</summary>
    public static Flaw? FlawOf(JsonPiece document)
    {
        var form = new RecordingForm();
        form.Check(document);
        return form.flaws.FirstOrDefault();
    }

    private void Check(JsonPiece document)
    {
        var top = new ObjectReader(document, flaws);
        top.Text("engine");
        var types = top.Require("types");
        foreach (var declared in Fields(types))
        {
            Type(declared.Value);
        }

        foreach (var input in ListOf(top.Require("inputs")).TakeWhile(_ => flaws.Count == 0))
        {
            Named(input, "name", inputs);
            foreach (var declared in types!.Properties)
            {
                Value(input, declared);
            }
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in ListOf(top.Require("expressions")))
        {
            Item(item, ids).RequireText("expression");
            ByInput(item["expected"], Outcome);
        }

        foreach (var item in document["workflows"] is { } given ? ListOf(given) : [])
        {
            Fields(Item(item, ids).Require("workflow"));
            ByInput(item["expected"], rules => Fields(rules).ForEach(rule => Outcome(rule.Value)));
        }
    }

    /// <summary>What expressions and workflows have alike.</summary>
    private ObjectReader Item(JsonPiece item, HashSet<string> ids)
    {
        var reader = Named(item, "id", ids);
        reader.RequireText("group");
        reader.Require("expected");
        foreach (var meant in item["differenceInputs"] is { } given ? Fields(given) : [])
        {
            Expect(meant.Value.Kind == JsonKind.Text, meant.Value, "a text", "文本");
        }

        return reader;
    }

    private ObjectReader Named(JsonPiece piece, string name, HashSet<string> known)
    {
        var reader = new ObjectReader(piece, flaws);
        Expect(
            reader.RequireText(name) is not { } given || known.Add(given), piece,
            $"something whose \"{name}\" is its own", $"\"{name}\" 不与其他重复的");
        return reader;
    }

    private void Type(JsonPiece declared)
    {
        Expect(
            declared.Kind is JsonKind.Object or JsonKind.Text
                || (declared.Kind == JsonKind.List && declared.Items.Count == 1),
            declared, "a type: a name, an object, or a list of one type", "类型：名称、对象，或者只有一个类型的列表");
        foreach (var inner in declared.Properties.Select(each => each.Value).Concat(declared.Items))
        {
            Type(inner);
        }
    }

    /// <summary>An object, a list and what may be missing may be null.</summary>
    private void Value(JsonPiece holder, JsonProperty declared)
    {
        var (type, given) = (declared.Value, holder[declared.Name]);
        if (given is { IsNull: false })
        {
            Value(given, type);
        }
        else if (!MayBeMissing(type))
        {
            Expect(false, given ?? holder, $"\"{declared.Name}\" with a value", $"有值的 \"{declared.Name}\"");
        }
    }

    private static bool MayBeMissing(JsonPiece type) =>
        type.Text is not ("int" or "decimal" or "bool" or "date");

    private void Value(JsonPiece given, JsonPiece type)
    {
        switch (type.Kind)
        {
            case JsonKind.Object:
                Fields(given);
                foreach (var field in type.Properties)
                {
                    Value(given, field);
                }

                break;
            case JsonKind.List:
                var mayMiss = MayBeMissing(type.Items[0]);
                foreach (var item in ListOf(given).Where(item => !item.IsNull || !mayMiss))
                {
                    Value(item, type.Items[0]);
                }

                break;
            default:
                var name = type.Text ?? "";
                Expect(Holds(name.TrimEnd('?'), given), given, $"a value of type {name}", $"类型 {name} 的值");
                break;
        }
    }

    private static bool Holds(string type, JsonPiece given) => type switch
    {
        "int" => given.Number is { } whole && whole == decimal.Truncate(whole)
            && whole is >= int.MinValue and <= int.MaxValue,
        "decimal" => given.Number is not null && RecordedTypes.Exact(given) is not null,
        "bool" => given.Boolean is not null,
        "date" => DateTime.TryParseExact(
            given.Text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => given.Text is not null,
    };

    private void ByInput(JsonPiece? expected, Action<JsonPiece> check)
    {
        foreach (var input in inputs)
        {
            if (expected?[input] is { } outcome)
            {
                check(outcome);
            }
            else if (expected is not null)
            {
                Expect(false, expected, $"an object with \"{input}\"", $"有 \"{input}\" 的对象");
            }
        }
    }

    private void Outcome(JsonPiece piece) => Expect(
        piece.Boolean is not null || Outcomes.Contains(piece.Text), piece,
        "true, false or \"error\"", "true、false 或 \"error\"");

    private List<JsonProperty> Fields(JsonPiece? piece)
    {
        Expect(piece is null or { Kind: JsonKind.Object }, piece, "an object", "对象");
        return [.. piece?.Properties ?? []];
    }

    private IReadOnlyList<JsonPiece> ListOf(JsonPiece? piece)
    {
        Expect(piece is null or { Kind: JsonKind.List }, piece, "a list", "列表");
        return piece?.Items ?? [];
    }

    private void Expect(bool holds, JsonPiece? piece, string en, string zh)
    {
        if (!holds)
        {
            flaws.Add(ObjectReader.WrongType(piece!, en, zh));
        }
    }
}
