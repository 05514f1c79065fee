using CreditScoring.Documents;
using Newtonsoft.Json;
using NUnit.Framework;

namespace CreditScoring.Tests.Documents;

/// <summary>Each character of an expression knows where it stands in its file, be it of one line or of several.</summary>
public class RuleTextTests
{
    private static readonly string[] Letters = ["a", "b", " ", "\"", "\\", "\t", "中", "𠮷", "/", ".", "&"];

    [Test]
    public void Every_character_of_random_lines_is_found_where_it_stands()
    {
        const int Seed = 20261201;
        TestContext.Out.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        for (var round = 0; round < 2000; round++)
        {
            var lines = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Line(random)).ToArray();
            var between = new[] { "", " ", "\n  ", "\r\n" }[random.Next(4)];
            var file = "{ \"a\": [" + between + string.Join("," + between, lines.Select(JsonConvert.ToString)) + "] }";
            var piece = JsonDocumentReader.Read(new SourceText("f.json", file), out var broken)?["a"];
            Assert.That(broken, Is.Null);
            var said = lines.Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)).ToArray();
            Assert.That(piece!.Formula, Is.EqualTo(string.Join('\n', said) is { Length: > 0 } text ? text : null));
            if (piece.Formula is null)
            {
                continue;
            }

            var rule = piece.AsRule();
            for (var at = 0; at < rule.Text.Length; at++)
            {
                var raw = piece.Source.OffsetOf(rule.At(at).Line, rule.At(at).Column);
                Assert.That(rule.Text[at] == '\n' ? file[raw] == '"' : Stands(rule.Text[at], file[raw..]), Is.True, $"{at} of {rule.Text}");
            }
        }
    }

    [TestCase("[]")]
    [TestCase("[ \"// nothing but a remark\" ]")]
    [TestCase("[ \"a\", 1 ]")]
    [TestCase("{ \"a\": \"b\" }")]
    [TestCase("1")]
    public void What_is_neither_a_text_nor_lines_is_no_expression(string written)
    {
        var piece = JsonDocumentReader.Read(new SourceText("f.json", $"{{ \"Expression\": {written} }}"), out _)!;
        var flaws = new List<Flaw>();
        Assert.That(new ObjectReader(piece, flaws).Rule("Expression"), Is.Null);
        Assert.That(flaws.Select(flaw => flaw.Name), Is.EqualTo(new[] { "type-mismatch" }));
    }

    private static string Line(Random random) => random.Next(5) == 0 ? "// a remark"
        : string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Letters[random.Next(Letters.Length)]));

    /// <summary>A character as JSON writes it.</summary>
    private static bool Stands(char letter, string raw) =>
        raw[0] != '\\' ? raw[0] == letter
            : JsonConvert.DeserializeObject<string>($"\"{(raw[1] == 'u' ? raw[..6] : raw[..2])}\"") == letter.ToString();
}
