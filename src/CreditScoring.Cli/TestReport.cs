using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Trials;
using Newtonsoft.Json;

namespace CreditScoring.Cli;

/// <summary>Tells how the cases went: what failed and where it is said, then a line a pack.</summary>
internal sealed class TestReport(RuleSelection rules, string language, bool json)
{
    private int passed;

    public int Failed { get; private set; }

    /// <summary>Whether there was anything to try; where nothing was tried, nothing is right.</summary>
    public bool TriedAny => passed + Failed > 0;

    /// <summary>Tells of one case; true where it passed.</summary>
    public bool Tell(CaseResult result)
    {
        if (result.Passed)
        {
            passed++;
        }
        else
        {
            Failed++;
        }

        if (json)
        {
            Console.WriteLine(JsonText.Of(text => Write(text, result)));
        }
        else if (!result.Passed)
        {
            Console.WriteLine($"FAILED {rules.Shown(result.Case.Place)}: {result.Case.Name}");
            foreach (var each in result.Differences)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {rules.Shown(each.Place)}: on {each.On:yyyy-MM-dd} {each.Path}: expected {each.Expected}, found {each.Actual}"));
            }
        }

        return result.Passed;
    }

    /// <summary>A case that cannot even be read has failed.</summary>
    public void Tell(Flaw flaw)
    {
        Failed++;
        Console.WriteLine(json
            ? JsonText.Of(text => FlawJson.Write(text, rules.Shown(flaw))) : rules.Shown(flaw).In(language));
    }

    public void Pack(string folder, int passedHere, int all)
    {
        if (!json)
        {
            Console.WriteLine($"{folder}: {passedHere} of {all} cases passed");
        }
    }

    /// <summary>Says something that is neither a pass nor a failure.</summary>
    public void Remark(string text) => Console.Error.WriteLine(text);

    public void Close() => Console.Error.WriteLine($"{passed} passed, {Failed} failed");

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
            inner.WriteEndObject();
        });
        text.WriteEndObject();
    }
}
