using CreditScoring.Documents;

namespace CreditScoring.Draws.Proofs;

/// <summary>The JSON of an announcement -> the announcement, noting every flaw.</summary>
public static class AnnouncementReader
{
    /// <summary>Nobody goes alone.</summary>
    private const int LeastInspectors = 2;

    /// <summary>Null where there is a flaw.</summary>
    public static Announcement? Read(SourceText source, ICollection<Flaw> flaws)
    {
        if (JsonDocumentReader.Read(source, out var broken) is { } piece)
        {
            return Read(piece, flaws);
        }

        flaws.Add(broken!);
        return null;
    }

    internal static Announcement? Read(JsonPiece piece, ICollection<Flaw> flaws)
    {
        var before = flaws.Count;
        var fields = new ProofFields(piece, flaws);
        Form(fields, Announcement.Form, flaws);
        var (population, rule) = (fields.Object("population"), fields.Object("rule"));
        var (inspectors, named) = (fields.Object("inspectors", mayBeNull: true), fields.Object("public"));
        var (draw, title) = (fields.Sentence("draw"), fields.Sentence("title"));
        var (published, commitment) = (fields.Instant("published"), fields.Digest("commitment"));
        fields.Reader.Close();
        if (population is null || rule is null || named is null || flaws.Count > before)
        {
            return null;
        }

        var (digest, listed, excluded) = Population(population, flaws);
        var (drawRule, plan) = Rule(rule, flaws);
        var announced = new Announcement(
            draw, title, published, digest, listed, excluded, drawRule, plan,
            inspectors is null ? null : Inspectors(inspectors, flaws), commitment, Public(named, flaws));
        return flaws.Count > before ? null : announced;
    }

    /// <summary>Another form is another program's, or a later one's.</summary>
    internal static void Form(ProofFields fields, string form, ICollection<Flaw> flaws)
    {
        if (fields.Text("form") is var said && said != form && fields.Reader.Any("form") is { } place)
        {
            flaws.Add(new Flaw(
                "form-unknown", place.Place,
                new Wording($"文件格式是“{Spelling.Shown(said)}”，不是 {form}",
                    $"its form is '{Spelling.Shown(said)}', not {form}"),
                new Wording("核对是不是这个文件", "see whether it is the right file")));
        }
    }

    private static (Digest Digest, int Listed, ExcludedCount[] Excluded) Population(
        JsonPiece piece, ICollection<Flaw> flaws)
    {
        var fields = new ProofFields(piece, flaws);
        var read = (fields.Digest("digest"), fields.Count("listed"), fields.List("excluded").Select(each =>
        {
            var one = new ProofFields(each, flaws);
            var count = new ExcludedCount(one.Id("reason"), one.Count("count"));
            one.Reader.Close();
            return count;
        }).ToArray());
        fields.Reader.Close();
        return read;
    }

    private static (DrawRule Rule, SamplingPlan Plan) Rule(JsonPiece piece, ICollection<Flaw> flaws)
    {
        var fields = new ProofFields(piece, flaws);
        var populations = new Dictionary<string, int>(StringComparer.Ordinal);
        var strata = fields.List("strata").Select(each => StratumOf(each, populations, flaws)).ToArray();
        if (strata.Length > ProofFields.MostStrata)
        {
            flaws.Add(ObjectReader.WrongType(
                piece["strata"]!, $"a list of {ProofFields.MostStrata} strata at the most",
                $"至多 {ProofFields.MostStrata} 层的列表"));
        }

        var rule = new DrawRule(
            fields.Text("profile"), fields.Text("pack"), fields.Word("rounding", DrawWords.Roundings), strata,
            fields.TextOrNull("floor") is null ? null : fields.Share("floor"), fields.Share("reserves"),
            fields.Count("inspectors"), fields.Word("regions", DrawWords.RegionRules));
        if (rule.Each < LeastInspectors && piece["inspectors"]?.Number is not null)
        {
            flaws.Add(ObjectReader.WrongType(piece["inspectors"]!, "a whole number from 2", "2 以上的整数"));
        }

        // What follows from the others is written anew, and compared.
        _ = (fields.Count("least"), fields.Count("short"));
        fields.Reader.Close();
        return flaws.Count > 0 ? (rule, null!) : (rule, new SamplingPlan(rule, populations));
    }

    private static Stratum StratumOf(
        JsonPiece piece, Dictionary<string, int> populations, ICollection<Flaw> flaws)
    {
        var fields = new ProofFields(piece, flaws);
        var stratum = new Stratum(
            fields.Id("stratum"), fields.Share("share"), fields.Count("least"), fields.CountOrNull("most"));
        if (!populations.TryAdd(stratum.Name, fields.Count("population")))
        {
            flaws.Add(ObjectReader.WrongType(piece, "another stratum", "另一层"));
        }

        _ = (fields.Count("drawn"), fields.Count("reserves"));
        fields.Reader.Close();
        return stratum;
    }

    private static InspectorsFrozen Inspectors(JsonPiece piece, ICollection<Flaw> flaws)
    {
        var fields = new ProofFields(piece, flaws);
        var read = new InspectorsFrozen(fields.Digest("digest"), fields.Count("listed"), new Visits(
            fields.Reader.RequireDate("from") ?? default, fields.Reader.RequireDate("to") ?? default));
        fields.Reader.Close();
        return read;
    }

    private static PublicSource Public(JsonPiece piece, ICollection<Flaw> flaws)
    {
        var fields = new ProofFields(piece, flaws);
        var chain = fields.TextOrNull("chain");
        var source = new PublicSource(
            fields.Word("kind", DrawWords.PublicKinds), fields.TextOrNull("name"), DrandChain.Find(chain),
            fields.Reader.Any("round") is { IsNull: true }
                ? null : fields.Whole("round", DrandChain.MostRounds),
            fields.CountOrNull("numbers"), fields.InstantOrNull("at"));
        fields.Reader.Close();
        if (source.FlawOfTerms is { } what)
        {
            flaws.Add(new Flaw(
                "public-value-unclear", piece.Place, what,
                new Wording("写明是哪一个公开值", "say which public value it is")));
        }

        return source;
    }
}
