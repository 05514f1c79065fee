using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NUnit.Framework;

namespace CreditScoring.Tests.House;

/// <summary>
/// What is read at one time is short, however many files it is spread over: a type has 400 lines at the
/// most, its files together, a method 40, wherever they stand; a line 110 columns.
/// </summary>
public class LengthTests
{
    private const int MostOfType = 400;
    private const int MostOfMethod = 40;
    private const int MostOfLine = 110;

    [Test]
    public void No_type_is_over_four_hundred_lines()
    {
        var types = Code("src").SelectMany(Types).GroupBy(type => type.Name, type => type.Lines, StringComparer.Ordinal).ToArray();
        Assert.That(types, Has.Length.GreaterThan(300));
        Assert.That(
            types.Where(type => type.Sum() > MostOfType).Select(type => $"{type.Key}: {type.Sum()}"), Is.Empty);
    }

    [Test]
    public void No_method_is_over_forty_lines()
    {
        var methods = Code("src").SelectMany(Methods).ToArray();
        Assert.That(methods, Has.Length.GreaterThan(2_000));
        Assert.That(
            methods.Where(method => method.Lines > MostOfMethod).Select(method => $"{method.Name}: {method.Lines}"),
            Is.Empty);
    }

    [Test]
    public void What_is_too_long_is_seen_in_parts_and_in_nested_types()
    {
        var part = CSharpSyntaxTree.ParseText(
            "namespace N;\npartial class A\n{\n" + string.Concat(Enumerable.Repeat("    // line\n", 250)) + "}\n");
        Assert.That(Types(part).Concat(Types(part)).Sum(type => type.Lines), Is.GreaterThan(MostOfType));
        var inner = CSharpSyntaxTree.ParseText(
            "class A { class B { void M()\n{\n" + string.Concat(Enumerable.Repeat("M();\n", MostOfMethod)) + "} } }");
        Assert.That(Methods(inner).Single(), Is.EqualTo(("A.B.M", MostOfMethod + 3)));
    }

    [TestCase("*.cs", 500)]
    [TestCase("*.razor", 50)]
    public void No_line_is_over_a_hundred_and_ten_columns(string kind, int least)
    {
        var files = SourceFiles.Under(RepositoryFiles.Path("src"), kind).ToArray();
        Assert.That(files, Has.Length.GreaterThan(least));
        Assert.That(files.SelectMany(LongLines), Is.Empty);
    }

    [Test]
    public void A_long_line_is_seen_whatever_it_says()
    {
        Assert.That(IsLong($"    Say(\"{new string('字', MostOfLine)}\");"), Is.True);
        Assert.That(IsLong(new string('x', MostOfLine)), Is.False);
    }

    private static IEnumerable<string> LongLines(string file) => File.ReadLines(file)
        .Select((line, place) => (line, place)).Where(each => IsLong(each.line))
        .Select(each => $"{SourceFiles.From(RepositoryFiles.Root, file)}:{each.place + 1}");

    private static bool IsLong(string line) => line.Length > MostOfLine;

    private static IEnumerable<SyntaxTree> Code(string folder) => SourceFiles.Under(RepositoryFiles.Path(folder))
        .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file));

    private static IEnumerable<(string Name, int Lines)> Types(SyntaxTree code) => code.GetRoot().DescendantNodes()
        .OfType<BaseTypeDeclarationSyntax>().Where(type => type.Parent is not BaseTypeDeclarationSyntax)
        .Select(type => (NameOf(type), IsPart(type) ? code.GetText().Lines.Count : LinesOf(type)));

    /// <summary>A type in several files is as long as these files.</summary>
    private static bool IsPart(BaseTypeDeclarationSyntax type) => type.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static IEnumerable<(string Name, int Lines)> Methods(SyntaxTree code) => code.GetRoot().DescendantNodes()
        .Where(member => member is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax)
        .Select(member => (NameOf(member), LinesOf(member)));

    /// <summary>From the first word of its declaration, behind what is said of it, to its last brace.</summary>
    private static int LinesOf(SyntaxNode node)
    {
        var span = node.SyntaxTree.GetLineSpan(node.Span);
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    private static string NameOf(SyntaxNode node) => string.Join('.', node.AncestorsAndSelf().Reverse().Select(each => each switch
    {
        BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        ConstructorDeclarationSyntax => "new",
        PropertyDeclarationSyntax property => property.Identifier.Text,
        IndexerDeclarationSyntax => "this",
        OperatorDeclarationSyntax @operator => @operator.OperatorToken.Text,
        _ => null,
    }).OfType<string>());
}
