using CreditScoring.Documents;

namespace CreditScoring.Law.Packs;

/// <summary>pack.json -> the manifest, noting every flaw.</summary>
public static class ManifestReader
{
    /// <summary>The roles that a workflow can play.</summary>
    public static readonly IReadOnlyList<string> Roles =
        ["points", "factors", "tier", "steps", "frequency", "duties", "repair"];

    /// <summary>The properties of pack.json that are expressions.</summary>
    public static readonly IReadOnlyList<string> Expressions =
        ["anchor", "from", "lapsesOn", "carriesOver", "appliesTo"];

    /// <summary>How <see cref="RepairEffect"/> is written.</summary>
    public const string OnRequest = "on-request", OnDecision = "on-decision";

    public static PackManifest? Read(SourceText source, ICollection<Flaw> flaws)
    {
        var piece = JsonDocumentReader.Read(source, out var broken);
        if (piece is null)
        {
            flaws.Add(broken!);
            return null;
        }

        var reader = new ObjectReader(piece, flaws);
        var regime = reader.RequireText("regime");
        var inForce = reader.RequireDate("inForceFrom");
        var tiers = Tiers(reader.List("tiers"), flaws);
        var manifest = new PackManifest(regime ?? "", inForce ?? default, piece.Place)
        {
            Title = Title(reader, flaws),
            Status = OneOf<PackStatus>(reader.Require("status"), flaws),
            Instrument = reader.Text("instrument"),
            RepealedFrom = reader.Date("repealedFrom"),
            Transition = OneOf<Transition>(Said(reader, "transition"), flaws),
            TransitionPlace = Said(reader, "transition")?.Place,
            Subjects = reader.Texts("subjects"),
            SubjectPlaces = Places(piece["subjects"]),
            Tiers = tiers,
            Notice = NoticeTermsReader.Read(reader.Any("notice"), tiers, flaws),
            Points = reader.Text("points"),
            Measures = Measures(reader.Any("measures"), flaws),
            Anchor = reader.Rule("anchor"),
            From = reader.Rule("from"),
            LapsesOn = reader.Rule("lapsesOn"),
            CarriesOver = reader.Rule("carriesOver"),
            AppliesTo = reader.Rule("appliesTo"),
            RepairTakesEffect = Effect(Said(reader, "repairTakesEffect"), flaws),
            RepairPlace = reader.Any("repairTakesEffect")?.Place,
            SameDay = new SameDay(reader.List("sameDay")),
            Workflows = Workflows(reader, flaws),
        };
        reader.Close();
        return regime is null || inForce is null ? null : Checked(manifest, piece, flaws);
    }

    private static Place[] Places(JsonPiece? subjects) =>
        [.. subjects?.Items.Where(item => item.Text is not null).Select(item => item.Place) ?? []];

    private static PackManifest Checked(PackManifest manifest, JsonPiece piece, ICollection<Flaw> flaws)
    {
        foreach (var name in (ReadOnlySpan<string>)["subjects", "tiers"])
        {
            if (piece[name] is not { Items.Count: > 0 })
            {
                flaws.Add(new Flaw(
                    "property-missing", piece[name]?.Place ?? piece.Place,
                    new Wording($"\"{name}\" 至少要有一项", $"\"{name}\" needs at least one item"),
                    new Wording($"填写 \"{name}\"", $"fill in \"{name}\"")));
            }
        }

        if (manifest.RepealedFrom <= manifest.InForceFrom)
        {
            flaws.Add(new Flaw(
                "value-out-of-validity", piece["repealedFrom"]!.Place,
                new Wording("废止日不晚于施行日", "repealed no later than it came into force"),
                new Wording("核对两个日期", "check the two days")));
        }

        return manifest;
    }

    /// <summary>What a property says; null: nothing.</summary>
    private static JsonPiece? Said(ObjectReader reader, string name) =>
        reader.Any(name) is { IsNull: false } said ? said : null;

    private static RepairEffect Effect(JsonPiece? piece, ICollection<Flaw> flaws)
    {
        if (piece is not null && piece.Text is not (OnRequest or OnDecision))
        {
            flaws.Add(
                ObjectReader.WrongType(piece, $"{OnRequest} or {OnDecision}", $"{OnRequest} 或 {OnDecision}"));
        }

        return piece?.Text == OnDecision ? RepairEffect.OnDecision : RepairEffect.OnRequest;
    }

    private static Wording Title(ObjectReader reader, ICollection<Flaw> flaws)
    {
        if (reader.Require("title") is not { } piece)
        {
            return default;
        }

        var title = new ObjectReader(piece, flaws);
        var wording = title.Wording();
        title.Close();
        return wording;
    }

    /// <summary>
    /// Each tier is an object with its title; where nobody reads it (fixtures), its code alone.
    /// </summary>
    private static TierLadder Tiers(IReadOnlyList<JsonPiece> items, ICollection<Flaw> flaws)
    {
        var tiers = new List<string>();
        var titles = new Dictionary<string, Wording>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (item.Text is { } code)
            {
                tiers.Add(code);
                continue;
            }

            var reader = new ObjectReader(item, flaws);
            if (reader.RequireText("tier") is { } tier)
            {
                tiers.Add(tier);
                titles[tier] = reader.Wording();
            }

            reader.Close();
        }

        return new TierLadder(tiers) { Titles = titles };
    }

    private static Dictionary<string, Wording> Measures(JsonPiece? piece, ICollection<Flaw> flaws)
    {
        var titles = new Dictionary<string, Wording>(StringComparer.Ordinal);
        if (piece is { IsNull: false })
        {
            var reader = new ObjectReader(piece, flaws);
            foreach (var property in piece.Properties.Where(property => !property.Value.IsNull))
            {
                titles[property.Name] = reader.Wording(property.Name)
                    ?? new Wording(property.Name, property.Name);
            }
        }

        return titles;
    }

    private static Dictionary<string, JsonPiece> Workflows(ObjectReader reader, ICollection<Flaw> flaws)
    {
        var found = new Dictionary<string, JsonPiece>(StringComparer.Ordinal);
        if (reader.Require("workflows") is not { } piece)
        {
            return found;
        }

        var roles = new ObjectReader(piece, flaws);
        foreach (var role in Roles)
        {
            if (roles.Any(role) is { IsNull: false } name && roles.Text(role) is not null)
            {
                found.Add(role, name);
            }
        }

        roles.Close();
        return found;
    }

    /// <summary>A word of a closed list, written in lower case; absent is the first.</summary>
    private static T OneOf<T>(JsonPiece? piece, ICollection<Flaw> flaws)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>().Select(name => name.ToLowerInvariant()).ToArray();
        var found = Array.IndexOf(names, piece?.Text);
        if (piece is not null && found < 0)
        {
            var list = string.Join(", ", names);
            flaws.Add(ObjectReader.WrongType(piece, $"one of {list}", $"其中之一：{list}"));
        }

        return Enum.GetValues<T>()[Math.Max(found, 0)];
    }
}
