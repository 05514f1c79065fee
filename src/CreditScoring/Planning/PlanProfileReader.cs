using CreditScoring.Documents;
using CreditScoring.Events;

namespace CreditScoring.Planning;

/// <summary>The files of rules/plans -> profiles, noting every flaw.</summary>
public static class PlanProfileReader
{
    public const string Folder = "plans/";

    private const string End = ".json";

    /// <param name="documents">Every file of a folder of rules, by its path from there.</param>
    /// <param name="catalogue">Of the kinds of events that they name.</param>
    /// <returns>Those without a flaw, by name.</returns>
    public static IReadOnlyDictionary<string, PlanProfile> Read(
        IReadOnlyList<SourceText> documents, EventCatalogue catalogue, ICollection<Flaw> flaws)
    {
        var profiles = new SortedDictionary<string, PlanProfile>(StringComparer.Ordinal);
        foreach (var document in documents.Where(IsProfile))
        {
            var found = new List<Flaw>();
            var name = document.File[Folder.Length..^End.Length];
            if (JsonDocumentReader.Read(document, out var broken) is { } piece
                && new PlanProfileFields(piece, documents, catalogue, found).Read(name) is { } profile)
            {
                profiles.Add(name, profile);
            }

            foreach (var flaw in broken is null ? found : [broken])
            {
                flaws.Add(flaw);
            }
        }

        return profiles;
    }

    private static bool IsProfile(SourceText document) =>
        document.File.StartsWith(Folder, StringComparison.Ordinal)
        && document.File.EndsWith(End, StringComparison.Ordinal);
}

/// <summary>One file of rules/plans.</summary>
internal sealed class PlanProfileFields(
    JsonPiece piece, IReadOnlyList<SourceText> documents, EventCatalogue catalogue, List<Flaw> flaws)
{
    private readonly ObjectReader reader = new(piece, flaws);

    /// <returns>Null where there is a flaw.</returns>
    public PlanProfile? Read(string name)
    {
        reader.Require("title");
        var (title, gradedBy, basis) =
            (reader.Wording("title"), reader.RequireText("gradedBy"), reader.RequireText("basis"));
        Find(reader.Any("gradedBy"), $"{gradedBy}/");
        var draw = reader.Text("draw");
        Find(draw is null ? null : reader.Any("draw"), $"draws/{draw}.json");
        var profile = new PlanProfile(name, title ?? default, gradedBy ?? "")
        {
            Rule = Rule(), Draw = draw,
            UnitDigits = (int)Number("unitDigits", 2, 6, whole: true),
            PersonDays = Numbers("personDays"), OtherPersonDays = Number("otherPersonDays", 0.1m, 99),
            DayShare = Number("dayShare", 0, 1),
            Inspectors = reader.Any("inspectors") is { IsNull: false }
                ? (int)Number("inspectors", 1, 9, whole: true) : null,
            Visits = Patterns("visits"), NotCounted = Patterns("notCounted"), Triggers = Patterns("triggers"),
            TriggerDays = (int)Number("triggerDays", 0, 3660, whole: true),
            HigherChecks = Patterns("higherChecks"), Results = Results(), Effect = Effect(),
        };
        reader.Close();
        return flaws.Count > 0 || basis is null ? null : profile;
    }

    /// <summary>Null: nothing is said.</summary>
    private ResultTerms? Results()
    {
        if (reader.Any("results") is not { IsNull: false } written)
        {
            return null;
        }

        var terms = new ObjectReader(written, flaws);
        var (outcome, published) = (terms.RequireText("outcome"), terms.RequireText("published"));
        var within = terms.Require("publishWithin");
        if (terms.Number("publishWithin") is { } days && (days is < 0 or > 366 || days != Math.Floor(days)))
        {
            flaws.Add(ObjectReader.WrongType(within!, "a whole number from 0 to 366", "0 至 366 的整数"));
        }

        terms.RequireText("basis");
        terms.Close();
        FindField(written["outcome"], FieldType.Text);
        FindField(written["published"], FieldType.Date);
        return new ResultTerms(outcome ?? "", published ?? "", (int)(within?.Number ?? 0));
    }

    /// <summary>Null: nothing is said.</summary>
    private EffectTerms? Effect()
    {
        if (reader.Any("effect") is not { IsNull: false } written)
        {
            return null;
        }

        var terms = new ObjectReader(written, flaws);
        terms.RequireText("basis");
        var read = new EffectTerms(
            Patterns("drawn", terms), Patterns("risk", terms), Patterns("complaint", terms),
            Patterns("hits", terms));
        terms.Close();
        return read;
    }

    /// <summary>Every kind of visit has to have it.</summary>
    private void FindField(JsonPiece? named, FieldType type)
    {
        foreach (var kind in reader.List("visits").Select(each => catalogue.Kind(each["kind"]?.Text ?? ""))
            .OfType<EventKind>())
        {
            var fields = kind.Fields.Where(each => each.Type == type).Select(each => each.Name).ToList();
            if (named?.Text is { } name && !fields.Contains(name))
            {
                flaws.Add(Unknown(named, name, fields));
            }
        }
    }

    private PlanRule Rule() => new(
        Numbers("tierValues"), Number("perPoint", 0, 999), Number("perDayLate", 0, 999),
        Number("jointShare", 0, 1),
        reader.Any("higherCheckMonths") is { IsNull: false }
            ? (int)Number("higherCheckMonths", 0, 120, whole: true) : null);

    /// <summary>Something must be there of which a path begins so.</summary>
    private void Find(JsonPiece? named, string path)
    {
        if (named?.Text is { } text
            && !documents.Any(each => each.File.StartsWith(path, StringComparison.Ordinal)))
        {
            flaws.Add(new Flaw(
                "value-not-listed", named.Place,
                new Wording(
                    $"规则文件夹里没有“{Spelling.Shown(text)}”",
                    $"the rules have no '{Spelling.Shown(text)}'"),
                new Wording("写规则文件夹里有的名称", "write the name of one that is there")));
        }
    }

    private decimal Number(string name, decimal least, decimal most, bool whole = false)
    {
        var written = reader.Require(name);
        if (reader.Number(name) is { } number
            && (number < least || number > most || (whole && number != Math.Floor(number))))
        {
            var (zh, en) = whole ? ("整数", "a whole number") : ("数", "a number");
            flaws.Add(ObjectReader.WrongType(
                written!, $"{en} from {least} to {most}", $"{least} 至 {most} 的{zh}"));
        }

        return written?.Number ?? least;
    }

    private Dictionary<string, decimal> Numbers(string name)
    {
        var numbers = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var each in Properties(reader.Require(name)))
        {
            if (each.Value.Number is { } number and >= 0)
            {
                numbers[each.Name] = number;
            }
            else
            {
                flaws.Add(ObjectReader.WrongType(each.Value, "a number, none below 0", "不小于 0 的数"));
            }
        }

        return numbers;
    }

    private IReadOnlyList<EventPattern> Patterns(string name) => Patterns(name, reader);

    private IReadOnlyList<EventPattern> Patterns(string name, ObjectReader of)
    {
        of.Require(name);
        return [.. of.List(name).Select(Pattern).OfType<EventPattern>()];
    }

    private IReadOnlyList<JsonProperty> Properties(JsonPiece? written)
    {
        if (written is { IsNull: false, Kind: not JsonKind.Object })
        {
            flaws.Add(ObjectReader.WrongType(written, "an object", "对象"));
        }

        return written?.Properties ?? [];
    }

    private EventPattern? Pattern(JsonPiece written)
    {
        var fields = new ObjectReader(written, flaws);
        var name = fields.RequireText("kind");
        var where = Properties(fields.Any("where"));
        fields.Close();
        var kind = name is null ? null : catalogue.Kind(name);
        if (name is not null && kind is null)
        {
            flaws.Add(Unknown(written["kind"]!, name, catalogue.Kinds.Select(each => each.Name)));
        }

        foreach (var each in kind is null ? [] : where)
        {
            FindField(kind!, each);
        }

        return kind is null ? null : new EventPattern(
            kind.Name, where.Where(each => each.Value.Value is not null)
                .ToDictionary(each => each.Name, each => each.Value.Value!, StringComparer.Ordinal));
    }

    private void FindField(EventKind kind, JsonProperty written)
    {
        var field = kind.Fields.FirstOrDefault(each => each.Name == written.Name);
        if (field is null)
        {
            flaws.Add(Unknown(written.Value, written.Name, kind.Fields.Select(each => each.Name)));
        }
        else if (written.Value.Boolean is null && written.Value.Text is null)
        {
            flaws.Add(ObjectReader.WrongType(
                written.Value, "a text, or true or false", "文本，或者 true、false"));
        }
        else if ((field.Type == FieldType.Boolean) != written.Value.Boolean.HasValue
            || (written.Value.Text is { } text && field.Values?.Contains(text) == false))
        {
            flaws.Add(Unknown(
                written.Value, written.Value.Text ?? "true", field.Values ?? ["true", "false"]));
        }
    }

    private static Flaw Unknown(JsonPiece place, string word, IEnumerable<string> known)
    {
        var meant = NearMiss.Of(word, known);
        return new Flaw(
            "value-not-listed", place.Place,
            new Wording($"没有“{Spelling.Shown(word)}”", $"there is no '{Spelling.Shown(word)}'"),
            meant is null
                ? new Wording("写目录中有的名称和值", "write a name or value of the catalogue")
                : new Wording($"是否想写“{meant}”？", $"did you mean '{meant}'?"));
    }
}
