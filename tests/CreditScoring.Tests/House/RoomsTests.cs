using System.Xml.Linq;
using NUnit.Framework;

namespace CreditScoring.Tests.House;

/// <summary>Alphabetical order of the rooms is the order of dependency (architecture.md, property 1).</summary>
public class RoomsTests
{
    private static readonly string Core = RepositoryFiles.Path("src/CreditScoring");

    [Test]
    public void A_room_names_earlier_rooms_only()
    {
        var files = SourceFiles.Under(Core).ToList();
        Assert.That(files, Has.Count.GreaterThan(100));
        Assert.That(
            files.SelectMany(file => Rooms.FaultsOf(SourceFiles.From(Core, file), File.ReadAllText(file))),
            Is.Empty);
    }

    [Test]
    public void The_rooms_stand_in_the_order_of_the_alphabet_and_each_has_a_folder()
    {
        Assert.That(Rooms.InOrder, Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        Assert.That(
            Directory.GetDirectories(Core).Select(Path.GetFileName).Where(name => name is not ("bin" or "obj")),
            Is.EquivalentTo(Rooms.InOrder));
    }

    [TestCase("Events/Bad.cs", "using CreditScoring.Law;", "a later room")]
    [TestCase("Ledger/Bad.cs", "using static CreditScoring.Trials.CaseRunner;", "a static using")]
    [TestCase("Law/Packs/Bad.cs", "using Booking = CreditScoring.Ledger.Booking;", "an alias")]
    [TestCase("Law/Bad.cs", "class Bad { object x = Standings.Judge.Horizon; }", "without a using")]
    [TestCase("Trials/Bad.cs", "class Bad { object x = Assessor.Assess; }", "the assessor")]
    [TestCase("Common/Bad.cs", "", "no such room")]
    [TestCase("Bad.cs", "", "beside the assessor")]
    public void A_bad_example_is_rejected(string path, string line, string reason)
    {
        var room = path.Contains('/') ? "." + path.Split('/')[0] : "";
        Assert.That(Rooms.FaultsOf(path, $"{line}\nnamespace CreditScoring{room};\n"), Is.Not.Empty, reason);
    }

    [Test]
    public void A_file_in_the_namespace_of_another_room_is_rejected() =>
        Assert.That(Rooms.FaultsOf("Trials/Bad.cs", "namespace CreditScoring.Events;\n"), Is.Not.Empty);

    [TestCase("Law/Packs/Good.cs", "using CreditScoring.Law.Scenes;", "inside one room all may be named")]
    [TestCase("Trials/Good.cs", "using CreditScoring.Documents;", "an earlier room")]
    [TestCase("Events/Good.cs", "/// <see cref=\"CreditScoring.Trials.Case\"/>", "a comment names nobody")]
    [TestCase("Events/Good.cs", "// \"Trials.Case\"", "a comment names nobody")]
    public void A_good_example_is_not(string path, string line, string reason) => Assert.That(
        Rooms.FaultsOf(path, $"{line}\nnamespace CreditScoring.{path.Split('/')[0]};\n"), Is.Empty, reason);

    [Test]
    public void The_core_references_Newtonsoft_Json_only()
    {
        var project = XDocument.Load(Path.Combine(Core, "CreditScoring.csproj"));
        Assert.That(
            project.Descendants().Where(each => each.Name.LocalName.EndsWith("Reference", StringComparison.Ordinal))
                .Select(each => each.Attribute("Include")?.Value),
            Is.EqualTo(new[] { "Newtonsoft.Json" }));
        Assert.That(
            typeof(Assessor).Assembly.GetReferencedAssemblies().Select(each => each.Name)
                .Where(name => !name!.StartsWith("System.", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "Newtonsoft.Json" }));
    }
}
