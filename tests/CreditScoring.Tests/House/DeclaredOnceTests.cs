using CreditScoring.Law.Packs;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NUnit.Framework;

namespace CreditScoring.Tests.House;

/// <summary>
/// What rules may say is declared once: reader, schema, checks, mutants, explanations and drafts follow from
/// that, and none of them knows a name by itself.
/// </summary>
public class DeclaredOnceTests
{
    /// <summary>Words that pack.json, tables, events, entries, duties or standings use as well.</summary>
    private static readonly string[] Shared =
    [
        "points", "from", "lapsesOn", "carriesOver", "group", "tier", "lockedUntil", "step", "until", "of",
        "opens", "due", "fulfilled", "title", "citation", "provenance",
    ];

    [Test]
    public void A_name_that_rules_alone_use_stands_in_the_file_that_declares_it()
    {
        var names = RuleProperties.All.Select(property => property.Name).Except(Shared).ToArray();
        var said = SourceFiles.Under(RepositoryFiles.Path("src"))
            .SelectMany(file => Texts(File.ReadAllText(file)).Select(text => (text, file: Path.GetFileName(file))))
            .Where(each => names.Contains(each.text)).Distinct()
            .ToLookup(each => each.text, each => each.file, StringComparer.Ordinal);
        Assert.That(names, Has.Length.GreaterThan(10));
        foreach (var name in names)
        {
            Assert.That(said[name], Is.EqualTo(new[] { Home(name) }), name);
        }
    }

    [Test]
    public void A_name_is_seen_wherever_it_is_written_as_a_text() =>
        Assert.That(Texts("class A { string b = \"visitCap\"; /* \"clears\" */ }"), Is.EqualTo(new[] { "visitCap" }));

    private static string Home(string name) => FrequencyField.All.Any(field => field.Name == name)
        ? "FrequencyField.cs" : "RuleProperties.cs";

    private static IEnumerable<string> Texts(string code) => CSharpSyntaxTree.ParseText(code).GetRoot()
        .DescendantNodes().OfType<LiteralExpressionSyntax>()
        .Where(literal => literal.Kind() == SyntaxKind.StringLiteralExpression)
        .Select(literal => literal.Token.ValueText);
}
