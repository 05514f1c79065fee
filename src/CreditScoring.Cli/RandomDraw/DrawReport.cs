using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;
using CreditScoring.Documents;
using CreditScoring.Draws.Proofs;

namespace CreditScoring.Cli.RandomDraw;

/// <summary>What <c>credit draw</c> says of a draw: in words, or as JSON.</summary>
internal sealed class DrawReport(string language, bool json)
{
    public void Tell(IEnumerable<Flaw> flaws)
    {
        foreach (var flaw in flaws)
        {
            Screen.Remark(FlawText.Of(flaw, language));
        }
    }

    public void Announced(DrawFolder folder, Announcement announced)
    {
        Say(folder.Commit, announced.Digest, announced, DrawPhrases.PublishThis);
        Screen.Remark(DrawPhrases.KeepSecret(folder.Secret).In(language));
    }

    public void Drawn(string file, Proof proof) =>
        Say(file, proof.Digest, proof.Announced, DrawPhrases.ProofWritten);

    /// <summary>Tells of every object to which nobody can be sent; true: there is one.</summary>
    public bool Unpaired(Proof proof)
    {
        var alone = proof.Announced.Inspectors is null
            ? [] : proof.Drawn.Where(each => each.Inspectors.Count == 0).ToArray();
        foreach (var each in alone)
        {
            Screen.Remark(DrawPhrases.NobodyMayGo(each.Id, proof.Announced.Rule.Each).In(language));
        }

        return alone.Length > 0;
    }

    public void Replaced(string file, Proof proof)
    {
        var last = proof.Replacements[^1];
        var inspectors = string.Join(", ", last.Inspectors);
        Screen.Say(json, () => Summary(file, proof.Digest, proof.Announced), () => string.Join('\n',
            DrawPhrases.Replaced(last.Out, last.In, inspectors.Length == 0 ? "-" : inspectors).In(language),
            DrawPhrases.ProofWritten(file, $"{proof.Digest}").In(language)));
    }

    public void Checked(IEnumerable<Check> checks)
    {
        foreach (var check in checks)
        {
            var outcome = DrawPhrases.CheckOutcome(check.Outcome).In(language);
            Screen.Say(
                json, () => Json(check), () => $"{outcome}  {check.Name}: {check.What.In(language)}");
        }
    }

    private void Say(
        string file, Draws.Digest digest, Announcement announced, Func<string, string, Wording> last) =>
        Screen.Say(
            json, () => Summary(file, digest, announced),
            () => string.Join('\n', Plan(announced).Append(last(file, $"{digest}").In(language))));

    private IEnumerable<string> Plan(Announcement announced)
    {
        foreach (var each in announced.Plan.Strata)
        {
            yield return DrawPhrases.Stratum(
                each.Stratum.Name, each.Population, each.Stratum.Share.Text, each.Drawn, each.Reserves)
                .In(language);
        }

        var (plan, excluded) = (announced.Plan, announced.Excluded.Sum(each => each.Count));
        yield return DrawPhrases.AllStrata(plan.Population, plan.Drawn, excluded).In(language);
        if (plan.Short > 0)
        {
            yield return DrawPhrases.BelowFloor(
                announced.Rule.Floor!.Value.Text, plan.Least, plan.Drawn, plan.Short).In(language);
        }
    }

    private static string Summary(string file, Draws.Digest digest, Announcement announced) =>
        JsonText.Of(text =>
    {
        text.WriteStartObject();
        text.Property("file", file);
        text.Property("digest", $"{digest}");
        text.Property("population", (decimal)announced.Plan.Population);
        text.Property("drawn", (decimal)announced.Plan.Drawn);
        text.Property("floor", (decimal)announced.Plan.Least);
        text.Property("short", (decimal)announced.Plan.Short);
        text.WriteEndObject();
    });

    private static string Json(Check check) => JsonText.Of(text =>
    {
        text.WriteStartObject();
        text.Property("check", check.Name);
        text.Property("outcome", DrawPhrases.CheckOutcome(check.Outcome).En);
        text.Property("zh", check.What.Zh);
        text.Property("en", check.What.En);
        text.WriteEndObject();
    });
}
