using CreditScoring.Documents;
using CreditScoring.Workbench.Editing;
using NUnit.Framework;
using static CreditScoring.Tests.Workbench.Editing.Written;

namespace CreditScoring.Tests.Workbench.Editing;

/// <summary>An expression is helped along by what the binder knows at the caret, finished or not.</summary>
public class ExpressionHelpTests
{
    [TestCase("happened.|", "severity,fine,kind,occurredOn", "title,Length", Reason = "any event")]
    [TestCase("happened.kind == \"sampling-result\" && happened.|", "severity,result", "fine", Reason = "the kind is pinned")]
    [TestCase("happened.kind == \"penalty\" && (happened.|", "fine", "failedItems", Reason = "an open bracket")]
    [TestCase("happened.kind == \"penalty\" ? happened.| : 0", "fine", "failedItems", Reason = "a choice")]
    [TestCase("happened.kind == \"penalty\" ? happened.|", "fine", "failedItems", Reason = "half a choice")]
    [TestCase("entries.|", "Where,Sum,Any", "points", Reason = "a list")]
    [TestCase("entries.Where(e => e.|", "points,rule,lapsesOn", "severity", Reason = "the item of a list")]
    [TestCase("entries.Any(|", "points,it,happened", "Where", Reason = "an item without a name")]
    [TestCase("events.Where(e => e.kind == \"penalty\" && e.|", "fine", "failedItems", Reason = "the item is pinned")]
    [TestCase("happened.occurredOn.|", "AddDays,Year", "Value", Reason = "a day")]
    [TestCase("happened.decidedOn.|", "Value,HasValue", "AddDays", Reason = "a day that may be missing")]
    [TestCase("lookup(\"sampling\", \"minor\").|", "points", "rule", Reason = "a row of a table")]
    [TestCase("Math.|", "Min,Round", "AddDays", Reason = "an owner of functions")]
    [TestCase("|", "happened,inScope,lookup,worth,total,Math,np", "severity", Reason = "names, named values, functions")]
    [TestCase("inScope && ma|", "matter", "severity", Reason = "a name that was begun")]
    [TestCase("happened.kind == |", "penalty,happened", "severity", Reason = "what it is compared with")]
    [TestCase("happened.severity == \"|", "minor,serious", "penalty", Reason = "a closed list")]
    [TestCase("happened.severity == \"mi|nor\" && inScope", "minor,serious", "penalty", Reason = "in the middle")]
    [TestCase("happened.kind in (\"penalty\", \"|", "sampling-result", "minor", Reason = "one of several")]
    [TestCase("lookup(\"|", "caps,sampling", "minor", Reason = "tables")]
    [TestCase("lookup(\"sampling\", \"|", "minor,serious", "caps", Reason = "keys of a table")]
    [TestCase("entries.Where(e => e.rule == \"|", "sampling-minor", "minor", Reason = "rules")]
    [TestCase("nothing sensible && happened.|", "severity,fine", "", Reason = "what stands before is no sentence")]
    public void What_can_be_written_is_offered(string marked, string has, string hasNot)
    {
        var offered = Help(marked).Completion.Offered().ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(offered, Is.SupersetOf(has.Split(',')));
            Assert.That(offered.Intersect(hasNot.Split(',')), Is.Empty);
        });
    }

    [Test]
    public void What_follows_from_a_condition_is_known_where_its_points_are_reckoned() => Assert.That(
        Help("happened.|", "Rules[0].Properties.points").Completion.Offered(),
        Does.Contain("severity").And.Not.Contain("fine"));

    [Test]
    public void A_suggestion_replaces_the_word_and_says_what_it_is()
    {
        var completion = Help("inScope && happened.sev|er == null").Completion;
        var severity = completion.Suggestions.First(each => each.Text == "severity");
        var value = Help("happened.severity == mi|").Completion.Suggestions.First(each => each.Text == "minor");
        Assert.Multiple(() =>
        {
            Assert.That((completion.Start, completion.End), Is.EqualTo((20, 25)));
            Assert.That(severity.Meaning?.Zh, Does.Contain("程度"));
            Assert.That(severity.Kind, Is.EqualTo(SuggestionKind.Field));
            Assert.That(value.Insert, Is.EqualTo("\"minor\""));
            Assert.That(value.Meaning?.Zh, Does.Contain("轻微"));
        });
    }

    [TestCase("happened.sev|erity == null", "**severity**", Reason = "a field")]
    [TestCase("happened.kind == \"penalty\" && happened.fi|ne > 1", "元", Reason = "its unit")]
    [TestCase("inSc|ope", "happened.kind", Reason = "what a named value is made of")]
    [TestCase("tot|al >= 12", "累计记分", Reason = "what a named value is called")]
    [TestCase("happened.occurredOn.AddMon|ths(1) > day", "月末", Reason = "what a function does")]
    [TestCase("look|up(\"caps\", \"x\").atMost > 1", "查不到", Reason = "a function of the pack")]
    [TestCase("happened.kind == \"pen|alty\"", "处罚", Reason = "a value")]
    [TestCase("day| > happened.from", "评定", Reason = "a name")]
    [TestCase("inScope && happened.sev|erity == ", "**severity**", Reason = "a text that is not finished")]
    public void What_a_word_means_is_told(string marked, string said) =>
        Assert.That(Help(marked).Hover?.Text.Zh, Does.Contain(said));

    [TestCase("1 + |2")]
    [TestCase("nothing|Known")]
    [TestCase("\"any| text\"")]
    public void Of_what_means_nothing_nothing_is_told(string marked) => Assert.That(Help(marked).Hover, Is.Null);

    [TestCase("inSc|ope", Points, "\"inScope\"")]
    [TestCase("wor|th > 1", Points, "\"worth\"")]
    [TestCase("tot|al >= 12", Pack + "/tier.workflow.json", "\"total\"")]
    [TestCase("lookup(\"ca|ps\", \"x\").atMost > 1", Pack + "/tables/caps.json", "\"caps\"")]
    [TestCase("entries.Any(e => e.rule == \"sampling-mi|nor\")", Points, "\"sampling-minor\"")]
    [TestCase("happened.kind == \"pen|alty\"", "events/penalties.json", "\"penalty\"")]
    [TestCase("happened.kind == \"sampling-result\" && happened.sev|erity == null", "events/sampling.json", "\"severity\"")]
    public void One_goes_to_where_a_word_is_declared(string marked, string file, string there)
    {
        var place = Help(marked).Declaration!.Value;
        var document = Rules.Documents[file];
        Assert.That(place.File, Is.EqualTo(file));
        Assert.That(document.Text[document.OffsetOf(place.Line, place.Column)..], Does.StartWith(there));
    }

    [TestCase("happened.severety == \"minor\"|", "unknown-field", "severety")]
    [TestCase("happened.severity = = \"minor\"|", "syntax", "=")]
    [TestCase("happened.kind == \"sampling-result\" && happened.severity == \"mynor\"|", "unknown-value", "happened.severity")]
    [TestCase("happened.points|", "unknown-field", "points")]
    public void A_flaw_is_told_with_its_characters(string marked, string flaw, string marks)
    {
        var help = Help(marked);
        var text = marked.Replace("|", "", StringComparison.Ordinal);
        Assert.That(
            help.Flaws.Where(each => each.Flaw.Severity == Severity.Error)
                .Select(each => (each.Flaw.Name, text[each.Start..each.End])),
            Does.Contain((flaw, marks)));
    }

    [Test]
    public void What_the_file_says_has_no_flaw()
    {
        var said = JsonDocumentReader.Read(Rules.Documents[Points], out _)!["Rules"]!.Items[0]["Expression"]!.Text!;
        Assert.That(Help(said + "|").Flaws, Is.Empty);
    }

    [Test]
    public void In_a_file_that_is_broken_elsewhere_names_are_as_they_were_last_known()
    {
        _ = Rules.PartOf(Points).EarlyFlaws;
        var broken = Rules.With(Points, "\"RuleName\": \"sampling-failed\"", "\"RuleName\" \"sampling-failed\"");
        var help = Help("inScope && happened.severety == null && wor|th", rules: broken);
        Assert.Multiple(() =>
        {
            Assert.That(help.Completion.Offered(), Does.Contain("worth"));
            Assert.That(help.Flaws.Select(each => each.Flaw.Name), Does.Contain("unknown-field"));
        });
    }

    [Test]
    public void A_rule_that_is_new_may_use_what_its_neighbours_use() => Assert.That(
        Help("inSc|", "Rules[99].Expression").Completion.Offered(), Does.Contain("inScope").And.Contain("happened"));

    [Test]
    public void Nothing_is_known_of_a_file_that_is_not_there() =>
        Assert.That(Help("happened.|", file: "cn/none/2024-01-01/points.workflow.json").Completion.Suggestions, Is.Empty);

    /// <summary>Whatever is typed is answered: hundreds of beginnings of real texts.</summary>
    [Test]
    public void No_unfinished_text_is_too_much()
    {
        var texts = JsonDocumentReader.Read(Rules.Documents[Points], out _)!["Rules"]!.Items
            .Select(rule => rule["Expression"]?.Text).OfType<string>().Take(4);
        foreach (var text in texts)
        {
            for (var at = 0; at <= text.Length; at += 3)
            {
                var help = ExpressionHelp.At(Rules, Points, Condition, text[..at], at);
                Assert.That(() => (help.Completion, help.Hover, help.Declaration), Throws.Nothing, text[..at]);
            }
        }
    }
}
