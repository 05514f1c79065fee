using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;
using CreditScoring.Documents;
using CreditScoring.Workbench.Cases;
using Newtonsoft.Json;

namespace CreditScoring.Cli;

/// <summary>Tells how the cases went: what failed and where it is said, then a line a pack.</summary>
internal sealed class TestReport(RuleSelection rules, string language, bool json)
{
    private int passed;
    private int failed;
    private int flaws;

    /// <summary>What kept cases from being judged, by its place, and how many cases.</summary>
    private readonly Dictionary<Place, (Flaw Cause, int Cases)> causes = [];

    /// <summary>Whether anything failed, or could not even be read.</summary>
    public bool AnyFailed => failed + flaws > 0;

    /// <summary>Whether there was anything to try; where nothing was tried, nothing is right.</summary>
    public bool TriedAny => passed + failed + flaws > 0;

    /// <summary>Tells of one case; true where it passed.</summary>
    public bool Tell(CaseResult result)
    {
        if (result.Passed)
        {
            passed++;
        }
        else
        {
            failed++;
        }

        if (json)
        {
            Screen.Say(json, () => JsonText.Of(text => Write(text, result)), () => "");
        }
        else if (!result.Passed)
        {
            Screen.Say(
                Phrases.CaseFailed($"{rules.Shown(result.Case.Place)}", result.Case.Name).In(language));
            foreach (var each in result.Differences)
            {
                Screen.Say("  " + DifferenceText.Of(rules, each, language));
            }

            Count(result);
        }

        return result.Passed;
    }

    private void Count(CaseResult result)
    {
        foreach (var cause in result.Differences.Select(each => each.Cause).OfType<Flaw>()
            .Select(rules.Shown).DistinctBy(cause => cause.Place))
        {
            causes[cause.Place] = causes.TryGetValue(cause.Place, out var known)
                ? known with { Cases = known.Cases + 1 } : (cause, 1);
        }
    }

    /// <summary>What keeps cases from being read; they have not passed.</summary>
    public void Tell(Flaw flaw)
    {
        flaws++;
        Screen.Say(
            json, () => JsonText.Of(text => FlawJson.Write(text, rules.Shown(flaw))),
            () => FlawText.Of(rules.Shown(flaw), language));
    }

    public void Pack(string folder, int passedHere, int all, int flawsHere)
    {
        if (!json)
        {
            Screen.Say((flawsHere == 0
                ? Phrases.PackTried(folder, passedHere, all)
                : Phrases.PackTriedFlawed(folder, passedHere, all, flawsHere)).In(language));
        }
    }

    /// <summary>Says something that is neither a pass nor a failure.</summary>
    public void Remark(Wording text) => Screen.Remark(text.In(language));

    public void Close()
    {
        var shared = causes.Values.Where(each => each.Cases > 1).OrderByDescending(each => each.Cases);
        foreach (var (cause, cases) in shared)
        {
            Remark(Phrases.OneCause(cases, $"{cause.Place}", cause.What, cause.Mend));
        }

        Remark(flaws == 0 ? Phrases.Tried(passed, failed) : Phrases.TriedFlawed(passed, failed, flaws));
    }

    private void Write(JsonTextWriter text, CaseResult result)
    {
        text.WriteStartObject();
        text.Property("case", result.Case.Name);
        text.Property("place", rules.Shown(result.Case.Place).ToString());
        text.Property("passed", result.Passed);
        text.List("differences", result.Differences, (inner, each) =>
        {
            inner.WriteStartObject();
            inner.Property("place", rules.Shown(each.Place).ToString());
            inner.Property("on", each.On);
            inner.Property("path", each.Path);
            inner.Property("expected", each.Expected);
            inner.Property("found", each.Actual);
            if (each.Cause is not null)
            {
                inner.List("following", each.Following, (list, path) => list.WriteValue(path));
            }

            inner.WriteEndObject();
        });
        text.WriteEndObject();
    }
}
