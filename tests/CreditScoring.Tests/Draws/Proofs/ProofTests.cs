using System.Text;
using CreditScoring.Draws;
using CreditScoring.Draws.Proofs;
using CreditScoring.Tests.Workbench.Schemas;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace CreditScoring.Tests.Draws.Proofs;

/// <summary>A proof holds as it was written, and no other one does.</summary>
public class ProofTests
{
    private static readonly DrawRule Rule = Given.Rule("0.03", ("D", "0.5"), ("C", "1/3")) with { Reserves = Given.Share("0.5") };

    private static readonly DrawnFiles Small = Given.Draw(
        Rule, [.. Given.Objects("D", 4), .. Given.Objects("C", 3), new Listed("X1", "D", "", "", "ended")],
        Given.Register("i1\t\t\t\t\tD001", "i2", "i3"), Given.Default1000, Given.Round1000);

    private static readonly DrawnFiles Replaced = Small.Replaced(Small.Proof.Drawn[0].Id);

    internal static DrawnFiles Example => Replaced;

    /// <summary>A register with one inspector twice, announced as it is.</summary>
    internal static DrawnFiles Twice
    {
        get
        {
            var (register, proof) = ("i1\t\t\t\t\t\ni1\t\t\t\t\tD001\ni2\t\t\t\t\t\n", Small.Proof);
            var frozen = new InspectorsFrozen(Digest.Of(Encoding.UTF8.GetBytes(register)), 3, Given.Visits);
            return new DrawnFiles(proof with { Announced = proof.Announced with { Inspectors = frozen } }, Small.List, register);
        }
    }

    [Test]
    public void What_was_drawn_holds()
    {
        Assert.That(Small.Failed(), Is.Empty);
        Assert.That(Replaced.Failed(), Is.Empty);
        Assert.That(Small.Verified().Where(check => check.Outcome == CheckOutcome.NotChecked).Select(check => check.Name),
            Is.EqualTo(new[] { "round-signature" }));
    }

    [Test]
    public void Every_octet_that_is_changed_is_found()
    {
        var proof = Encoding.UTF8.GetBytes(Replaced.Proof.Text);
        var missed = new List<int>();
        for (var at = 0; at < proof.Length; at++)
        {
            proof[at] ^= 1;
            if (Replaced.Verified(proof).All(check => check.Outcome != CheckOutcome.Failed))
            {
                missed.Add(at);
            }

            proof[at] ^= 1;
        }

        TestContext.Out.WriteLine($"{proof.Length} octets");
        Assert.That(missed, Is.Empty);
        Assert.That(Replaced.Verified(proof).All(check => check.Outcome != CheckOutcome.Failed), "all were put back");
    }

    /// <summary>Whatever is made of a proof, it is a finding: nothing is thrown.</summary>
    [Test]
    public void Damage_of_any_kind_is_told_and_never_thrown([Range(1, 8)] int seed)
    {
        string[] pieces = ["99999999999", "50000000", "0", "-1", "null", "[]", "{}", "\"\"", "1e9", "true", "\"drand\"", "\"none\"", "D001", "\uFFFD"];
        var (random, text) = (new Random(seed), Replaced.Proof.Text);
        for (var made = 0; made < 60; made++)
        {
            var lines = text.Split('\n').ToList();
            var at = random.Next(lines.Count);
            switch (random.Next(4))
            {
                case 0:
                    lines.RemoveRange(at, Math.Min(1 + random.Next(3), lines.Count - at));
                    break;
                case 1:
                    lines.Insert(at, lines[random.Next(lines.Count)]);
                    break;
                case 2 when lines[at].IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon:
                    lines[at] = lines[at][..(colon + 2)] + pieces[random.Next(pieces.Length)] + (lines[at].EndsWith(',') ? "," : "");
                    break;
                default:
                    (lines[at], lines[^3]) = (lines[^3], lines[at]);
                    break;
            }

            var damaged = string.Join('\n', lines);
            Assert.That(damaged == text || Failed(damaged).Length > 0, damaged);
        }
    }

    [TestCase("\n", "\r\n")]
    [TestCase("\": ", "\":  ")]
    [TestCase("公示", "\\u516c\\u793a")]
    [TestCase("\"replacements\"", "\"zzz\": 1,\n \"replacements\"")]
    [TestCase("null", "0")]
    [TestCase("]", "],")]
    public void Another_way_of_writing_the_same_is_found(string was, string becomes)
    {
        var text = Replaced.Proof.Text;
        Assert.That(text, Does.Contain(was));
        Assert.That(Failed(text.Replace(was, becomes, StringComparison.Ordinal)), Is.Not.Empty);
        Assert.That(Failed("\uFEFF" + text), Is.EqualTo(new[] { "form" }));
        Assert.That(Failed(text + "\n"), Is.EqualTo(new[] { "form" }));
        Assert.That(Failed(text[..^1]), Is.EqualTo(new[] { "form" }));
    }

    [Test]
    public void The_last_line_but_one_is_the_digest_of_all_before_it()
    {
        var text = Small.Proof.Text;
        var last = text.LastIndexOf(" \"digest\"", StringComparison.Ordinal);
        Assert.That(text[last..], Is.EqualTo($" \"digest\": \"{Digest.Of(Encoding.UTF8.GetBytes(text[..last]))}\"\n}}\n"));
    }

    /// <summary>Who changes something also writes form and digest anew; what does not hold is named.</summary>
    [Test]
    public void A_change_that_is_written_in_good_form_is_found_by_what_it_breaks()
    {
        var proof = Small.Proof;
        var other = proof.Drawn[0] with { Id = proof.Reserves[0].Id, Rank = proof.Reserves[0].Rank };
        Assert.Multiple(() =>
        {
            Assert.That(Failed(proof with { Drawn = [other, .. proof.Drawn.Skip(1)] }), Is.EqualTo(new[] { "drawn", "pairs" }));
            Assert.That(Failed(proof with { Drawn = [.. proof.Drawn.Skip(1)] }), Does.Contain("drawn"));
            Assert.That(Failed(proof with { Drawn = [proof.Drawn[1], proof.Drawn[0], .. proof.Drawn.Skip(2)] }), Does.Contain("drawn"));
            Assert.That(Failed(proof with { Drawn = [proof.Drawn[0] with { Inspectors = ["i1", "i9"] }, .. proof.Drawn.Skip(1)] }), Is.EqualTo(new[] { "pairs" }));
            Assert.That(Failed(proof with { Seed = Digest.Of([1]) }), Is.EqualTo(new[] { "seed" }));
            Assert.That(Failed(proof with { Secret = DrawSecret.Of(new string('6', 64))! }), Does.Contain("commitment").And.Contain("seed").And.Contain("drawn"));
            Assert.That(Failed(proof with { Reserves = [.. proof.Reserves.Reverse()] }), Is.EqualTo(new[] { "reserves" }));
            Assert.That(Failed(proof with { Public = null }), Does.Contain("public-value"));
            Assert.That(Failed(proof with { Public = Given.Round657413 }), Does.Contain("round-hash").And.Contain("seed"));
            Assert.That(Failed(proof with { Announced = proof.Announced with { Title = "另一事项" } }), Does.Contain("commit").And.Contain("seed"));
        });
    }

    [Test]
    public void One_line_of_the_list_that_changes_is_found()
    {
        foreach (var (was, becomes) in new[] { ("D002\t", "D009\t"), ("X1\tD\t\t\tended", "X1\tD\t\t\t"), ("410100", "410200") })
        {
            var list = string.Concat(Small.List.Replace(was, becomes, StringComparison.Ordinal).Split('\n').Order(OctetOrder.Instance).Skip(1).Select(line => line + "\n"));
            Assert.That((Small with { List = list }).Failed(), Does.Contain("population"), was);
        }

        Assert.That((Small with { List = Small.List[(Small.List.IndexOf('\n') + 1)..] }).Failed(), Does.Contain("population").And.Contain("count"));
    }

    [Test]
    public void An_inspector_who_changes_is_found() => Assert.That(
        (Small with { Register = Small.Register!.Replace("D001", "D002", StringComparison.Ordinal) }).Failed(), Does.Contain("inspectors"));

    /// <summary>Two lines are two persons, of whom one need not avoid what the other must.</summary>
    [Test]
    public void An_inspector_who_is_listed_twice_is_found() => Assert.That(Twice.Failed(), Does.Contain("inspectors"));

    [Test]
    public void A_draw_of_one_inspector_for_each_object_is_found() => Assert.That(
        Failed(Small.Proof with { Announced = Small.Proof.Announced with { Rule = Rule with { Each = 1 } } }), Is.EqualTo(new[] { "form" }));

    [Test]
    public void Without_its_files_it_says_what_was_not_checked()
    {
        var checks = Verification.Of(new ProofFiles("proof.json", Encoding.UTF8.GetBytes(Small.Proof.Text), null, null, null));
        Assert.That(checks.Where(check => check.Outcome == CheckOutcome.NotChecked).Select(check => check.Name),
            Is.EqualTo(new[] { "commit", "round-signature", "population", "drawn" }));
        Assert.That(checks.Any(check => check.Outcome == CheckOutcome.Failed), Is.False);
    }

    [Test]
    public void A_replacement_is_the_next_of_its_stratum_and_changes_nobody_else()
    {
        var (before, after) = (Small.Proof, Replaced.Proof);
        Assert.That(after.Replacements.Single().In, Is.EqualTo(before.Reserves.First(each => each.Stratum == "D").Id));
        Assert.That(after.Replacements.Single().Before, Is.EqualTo(before.Digest));
        Assert.That((after.Drawn, after.Reserves), Is.EqualTo((before.Drawn, before.Reserves)));
        var others = Replacing.Current(after).Where(each => before.Drawn.Any(drawn => drawn.Id == each.Key));
        Assert.That(others.Select(each => string.Join('+', each.Value.Inspectors)),
            Is.EquivalentTo(before.Drawn.Skip(1).Select(each => string.Join('+', each.Inspectors))));
    }

    [Test]
    public void A_chain_of_replacements_holds_and_one_that_is_altered_does_not()
    {
        var twice = Replaced.Replaced(Small.Proof.Drawn[^1].Id);
        Assert.That(twice.Failed(), Is.Empty);
        var (first, second) = (twice.Proof.Replacements[0], twice.Proof.Replacements[1]);
        Assert.Multiple(() =>
        {
            Assert.That(Failed(twice.Proof with { Replacements = [first with { Reason = "另一理由" }, second] }), Is.EqualTo(new[] { "replacement-pairs", "replacements" }).Or.EqualTo(new[] { "replacements" }));
            Assert.That(Failed(twice.Proof with { Replacements = [second, first] }), Does.Contain("replacements"));
            Assert.That(Failed(twice.Proof with { Replacements = [first, second with { Inspectors = [] }] }), Does.Contain("replacement-pairs"));
            Assert.That(Failed(twice.Proof with { Replacements = [first, second with { In = "D001" }] }), Does.Contain("replacements"));
        });
    }

    [Test]
    public void One_who_came_in_can_be_replaced_and_when_no_reserve_is_left_it_is_said()
    {
        var once = Replaced.Proof.Replacements[0];
        var register = Given.Register(Small.Register!.Split('\n'));
        var request = once with { Out = once.In };
        Assert.That(Replacing.Add(Replaced.Proof, request, NoReserves, register, out var none), Is.Null);
        Assert.That(none!.Value.En, Does.Contain("no reserve left"));
        Assert.That(Replacing.Add(Replaced.Proof, once, NoReserves, register, out var gone), Is.Null);
        Assert.That(gone!.Value.En, Does.Contain("not among those drawn"));
    }

    [Test]
    public void Objects_alone_can_be_drawn_without_a_public_value_and_the_proof_says_so()
    {
        var alone = Given.Draw(Rule, [.. Given.Objects("D", 9), .. Given.Objects("C", 4)], null, PublicSource.None, null);
        Assert.That(alone.Failed(), Is.Empty);
        Assert.That(alone.Verified().Single(check => check.Name == "public-value"),
            Is.EqualTo(Check.Not("public-value", "没有公开值：知道密数的人事先就知道结果", "there is no public value: whoever knew the secret knew the draw")));
        Assert.That(Failed(alone.Proof with { Public = new PublicValue("x", null, null) }, alone), Does.Contain("public-value"));
    }

    [Test]
    public void A_register_that_is_announced_but_too_small_leaves_objects_without_anybody()
    {
        var one = Given.Draw(Rule, [.. Given.Objects("D", 4), .. Given.Objects("C", 3)], Given.Inspectors(1), Given.Default1000, Given.Round1000);
        Assert.That(one.Failed(), Is.Empty);
        Assert.That(one.Proof.Drawn.Select(each => each.Inspectors), Is.All.Empty);
    }

    [Test]
    public void What_is_published_follows_its_schema_and_nothing_else_does()
    {
        foreach (var (name, text) in new[] { ("draw-commit", Small.Proof.Announced.Text), ("draw-proof", Replaced.Proof.Text) })
        {
            var schema = new SchemaCheck(JObject.Parse(File.ReadAllText(RepositoryFiles.Path($"rules/schema/{name}.schema.json"))));
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
            var document = (JObject)JToken.ReadFrom(reader);
            Assert.That(schema.Accepts(document), name);
            document.Add("zzz", 1);
            Assert.That(schema.Accepts(document), Is.False, name);
        }
    }

    private static readonly Dictionary<string, Listed> NoReserves = [];

    private static IEnumerable<string> Failed(Proof proof, DrawnFiles? of = null) => Failed(proof.Text, of);

    private static string[] Failed(string text, DrawnFiles? of = null) =>
        [.. (of ?? Replaced).Verified(Encoding.UTF8.GetBytes(text)).Where(check => check.Outcome == CheckOutcome.Failed).Select(check => check.Name)];
}
