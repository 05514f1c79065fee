using System.Text;
using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Draws;
using NUnit.Framework;

namespace CreditScoring.Tests.Draws;

/// <summary>The list is frozen in one form, whatever it came in, and a flaw is told where it stands.</summary>
public class PopulationTests
{
    private static readonly DrawProfile Yuexiu = DrawProfileReader.Read(
        RuleFolder.Read(RepositoryFiles.Path("rules")), new List<Flaw>())["draws/cn-gd-yuexiu.json"];

    [Test]
    public void The_order_of_the_lines_is_of_no_account()
    {
        string[] lines = ["b\tD\t44", "a\tC", "c\tA\t\t\tended"];
        var forward = Freeze(lines)!;
        Assert.That(Freeze([.. lines.Reverse(), ""])!.Digest, Is.EqualTo(forward.Digest));
        Assert.That(forward.Lines, Is.EqualTo(new[] { "a\tC\t\t\t", "b\tD\t44\t\t", "c\tA\t\t\tended" }));
        Assert.That(forward.Digest, Is.EqualTo(Digest.Of(Encoding.UTF8.GetBytes("a\tC\t\t\t\nb\tD\t44\t\t\nc\tA\t\t\tended\n"))));
    }

    [Test]
    public void Qualifications_are_sorted_and_said_once() =>
        Assert.That(Freeze("a\tD\t\t特种设备,食品,食品")!.Lines[0], Is.EqualTo("a\tD\t\t特种设备,食品\t"));

    [Test]
    public void The_order_is_that_of_octets_and_not_of_UTF_16()
    {
        string[] texts = ["\U00020000", "\uFF21", "一", "z", "za"];
        Assert.That(
            texts.Order(OctetOrder.Instance), Is.EqualTo(texts.OrderBy(text => Convert.ToHexString(Encoding.UTF8.GetBytes(text)), StringComparer.Ordinal)));
        Assert.That(texts.Order(OctetOrder.Instance), Is.Not.EqualTo(texts.Order(StringComparer.Ordinal)));
    }

    [TestCase("a\tD\nb\tC\na\tC", "listed-twice", 3, 1)]
    [TestCase("a\tD\na\tD", "listed-twice", 2, 1)]
    [TestCase("a\tX", "value-not-listed", 1, 1, Description = "no such stratum")]
    [TestCase("a\tD\t\t\tholiday", "value-not-listed", 1, 1, Description = "no such reason to leave out")]
    [TestCase("a", "columns-differ", 1, 1)]
    [TestCase("a\tD\t\t\t\t", "columns-differ", 1, 1)]
    [TestCase("\tD", "line-invalid", 1, 1)]
    [TestCase("a\tD\nb \tD", "line-invalid", 2, 1)]
    [TestCase("a,b\tD", "line-invalid", 1, 1)]
    [TestCase("a\u200B\tD", "line-invalid", 1, 1, Description = "nobody sees it")]
    [TestCase("e\u0301\tD", "line-invalid", 1, 1, Description = "not NFC")]
    [TestCase("Ａ\tD", "line-invalid", 1, 1, Description = "full width")]
    [TestCase("\uFFFD\uFFFD\tD", "line-invalid", 1, 1, Description = "what a decoder leaves of GB18030")]
    [TestCase("110101199003078558\tD", "line-invalid", 1, 1, Description = "the number of a resident")]
    [TestCase("a\tD\t99", "line-invalid", 1, 5, Description = "no such region")]
    [TestCase("a\tD\t44\t食品,", "line-invalid", 1, 8)]
    public void A_flaw_is_told_where_it_stands(string text, string name, int line, int column)
    {
        var flaws = new List<Flaw>();
        Assert.That(Population.Freeze("list.txt", text.Split('\n'), Yuexiu, flaws), Is.Null);
        Assert.That(flaws.Select(flaw => (flaw.Name, flaw.Place)), Is.EqualTo(new[] { (name, new Place("list.txt", line, column)) }));
        Assert.That(flaws[0].What.Zh, Is.Not.Empty);
    }

    [Test]
    public void Twenty_flaws_are_told_of_a_million()
    {
        var flaws = new List<Flaw>();
        Population.Freeze("list.txt", Enumerable.Repeat("a", 1000), Yuexiu, flaws);
        Assert.That(flaws, Has.Count.EqualTo(20));
    }

    [Test]
    public void Who_is_left_out_is_counted_by_reason_and_never_drawn()
    {
        var population = Freeze("a\tD\t\t\tended", "b\tD\t\t\tended", "c\tD\t\t\tdrawn-this-year", "d\tD")!;
        Assert.That(population.Count.Listed, Is.EqualTo(4));
        Assert.That(population.Count.Strata, Is.EqualTo(new Dictionary<string, int> { ["D"] = 1 }));
        Assert.That(population.Count.Excluded, Is.EqualTo(new Dictionary<string, int> { ["drawn-this-year"] = 1, ["ended"] = 2 }));
        var lots = new Lots(Given.Seed(1), Given.Plan(Given.Rule(null, ("D", "1")), 1).Strata);
        Verify(population, lots);
        Assert.That(lots.Drawn().Select(lot => lot.Object.Id), Is.EqualTo(new[] { "d" }));
    }

    [TestCase("b\tD\t\t\t\na\tD\t\t\t\n", Description = "not in order")]
    [TestCase("a\tD\t\t\t\na\tD\t\t\t\n", Description = "twice")]
    [TestCase("a\tC\t\t\t\na\tD\t\t\t\n", Description = "one object in two strata")]
    [TestCase("a\tD\t\t\t\na\tD\t44\t\t\n", Description = "one object in two regions")]
    [TestCase("a\tD\t\t\t", Description = "no line feed at the end")]
    [TestCase("a\tD\n", Description = "fields left out")]
    [TestCase("a\tD\t\t\t\r\n")]
    [TestCase("\uFEFFa\tD\t\t\t\n")]
    [TestCase("a\tD\t\tb,a\t\n")]
    [TestCase("\n")]
    public void A_frozen_list_has_one_form(string text) => Assert.That(
        CreditScoring.Draws.Proofs.Verification.Fill(
            Given.Frozen(text), new Lots(Given.Seed(1), []), new PopulationCount()), Is.Not.Null);

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(7)]
    [TestCase(1000)]
    public void Lines_come_whole_from_pieces_of_any_size(int size)
    {
        var octets = Encoding.UTF8.GetBytes("a\tD\t\t食品\t\n企业\tD\t\t\t\n");
        var lines = new FrozenLines("x", octets.Chunk(size).Select(piece => new ReadOnlyMemory<byte>(piece)));
        Assert.That(lines.Read().Select(each => each.Line), Is.EqualTo(new[] { "a\tD\t\t食品\t", "企业\tD\t\t\t" }));
        Assert.That((lines.Flaw, lines.Digest), Is.EqualTo(((Flaw?)null, Digest.Of(octets))));
    }

    [Test]
    public void What_is_no_UTF_8_is_told()
    {
        var lines = new FrozenLines("x", [new byte[] { 0x61, 0x09, 0xC3, 0x28, 0x0A }]);
        Assert.That(lines.Read(), Is.Empty);
        Assert.That(lines.Flaw!.Place, Is.EqualTo(new Place("x", 1, 1)));
    }

    private static void Verify(Population population, Lots lots) => CreditScoring.Draws.Proofs.Verification.Fill(
        Given.Frozen(string.Concat(population.Lines.Select(line => line + "\n"))), lots, new PopulationCount());

    private static Population? Freeze(params string[] lines) => Population.Freeze("list.txt", lines, Yuexiu, new List<Flaw>());
}
