using System.Xml.Linq;
using NUnit.Framework;

namespace CreditScoring.Tests.House;

/// <summary>Each room names earlier rooms only, in the order of the lists (architecture.md, property 1).</summary>
public class RoomsTests
{
    /// <summary>Some rooms, of which the first has a sub-room, and an adapter.</summary>
    private static readonly FloorPlan Small = new("small", "Small", ["Law", "Law/Packs", "Work", "Sqlite", "Api"])
    {
        InFront = new Dictionary<string, System.Text.RegularExpressions.Regex> { ["Door.cs"] = new(@"\bDoor\b") },
        Confined = ["Sqlite"],
    };

    [TestCaseSource(nameof(All))]
    public void A_room_names_earlier_rooms_only(FloorPlan house)
    {
        var root = RepositoryFiles.Path(house.Folder);
        var files = SourceFiles.Under(root).ToList();
        Assert.That(files, Has.Count.GreaterThan(100));
        Assert.That(
            files.SelectMany(file => house.FaultsOf(SourceFiles.From(root, file), File.ReadAllText(file))),
            Is.Empty);
    }

    [TestCaseSource(nameof(All))]
    public void Every_room_of_the_list_has_a_file(FloorPlan house)
    {
        var root = RepositoryFiles.Path(house.Folder);
        Assert.That(
            house.Rooms.Where(room => !Directory.Exists(Path.Combine(root, room))
                || Directory.GetFiles(Path.Combine(root, room), "*.cs", SearchOption.AllDirectories).Length == 0),
            Is.Empty);
    }

    /// <summary>Inside a sub-room the names of the room around it need no using, so that nobody sees them.</summary>
    [TestCaseSource(nameof(All))]
    public void No_sub_room_comes_before_the_room_around_it(FloorPlan house) =>
        Assert.That(house.Unseen, Is.Empty);

    [TestCase("Events/Bad.cs", "using CreditScoring.Law.Books;", "a later room")]
    [TestCase("Ledger/Bad.cs", "using static CreditScoring.Workbench.Cases.CaseRunner;", "a static using")]
    [TestCase("Law/Packs/Bad.cs", "using Booking = CreditScoring.Ledger.Booking;", "an alias")]
    [TestCase("Law/Scenes/Bad.cs", "class Bad { object x = Standings.Judge.Horizon; }", "without a using")]
    [TestCase("Law/Scenes/Bad.cs", "class Bad { object x = global::CreditScoring.Standings.Judge.Horizon; }", "by its whole name")]
    [TestCase("Law/Scenes/Bad.cs", "using CreditScoring.Law.Packs;", "a later sub-room")]
    [TestCase("Law/Language/Bad.cs", "class Bad { object x = Running.RuleCompiler.Longest; }", "a later sub-room from around it")]
    [TestCase("Workbench/Cases/Bad.cs", "class Bad { object x = Assessor.Assess; }", "the assessor")]
    [TestCase("Common/Bad.cs", "", "no such room")]
    [TestCase("Bad.cs", "", "beside the assessor")]
    public void A_bad_example_is_rejected(string path, string line, string reason)
    {
        var room = path.Contains('/') ? "." + path[..path.LastIndexOf('/')].Replace('/', '.') : "";
        Assert.That(FloorPlans.Core.FaultsOf(path, $"{line}\nnamespace CreditScoring{room};\n"), Is.Not.Empty, reason);
    }

    [Test]
    public void A_file_in_the_namespace_of_another_room_is_rejected() =>
        Assert.That(FloorPlans.Core.FaultsOf("Workbench/Cases/Bad.cs", "namespace CreditScoring.Events;\n"), Is.Not.Empty);

    [TestCase("Law/Packs/Good.cs", "using CreditScoring.Law.Scenes;", "an earlier sub-room")]
    [TestCase("Workbench/Cases/Good.cs", "using CreditScoring.Documents;", "an earlier room")]
    [TestCase("Events/Good.cs", "/// <see cref=\"CreditScoring.Workbench.Cases.Case\"/>", "a comment names nobody")]
    [TestCase("Events/Good.cs", "// \"Cases.Case\"", "a comment names nobody")]
    public void A_good_example_is_not(string path, string line, string reason) => Assert.That(
        FloorPlans.Core.FaultsOf(path, $"{line}\nnamespace CreditScoring.{path[..path.LastIndexOf('/')].Replace('/', '.')};\n"), Is.Empty, reason);

    [TestCase("Law", "using Small.Law.Packs;", "a sub-room that comes after the room around it")]
    [TestCase("Law", "class X { object x = Packs.Pack.Name; }", "the same from inside")]
    [TestCase("Law", "class X { object x = Work.Desk.Room; }", "a later room from inside")]
    [TestCase("Api", "using Small.Sqlite;", "an adapter, though it comes earlier")]
    [TestCase("Api", "class X { object x = Sqlite.Cells.Day; }", "an adapter from inside")]
    [TestCase("Api", "class X { object x = Door.Open; }", "what stands in front")]
    public void A_fault_of_order_is_rejected(string room, string line, string reason) => Assert.That(
        Small.FaultsOf($"{room}/Bad.cs", $"{line}\nnamespace Small.{room.Replace('/', '.')};\n"), Is.Not.Empty, reason);

    /// <summary>One room names a later one by a using, the later one it by its whole name: one is a fault.</summary>
    [Test]
    public void A_circle_of_two_rooms_is_rejected()
    {
        var there = Small.FaultsOf("Work/There.cs", "using Small.Api;\nnamespace Small.Work;\n");
        var back = Small.FaultsOf("Api/Back.cs", "namespace Small.Api;\nclass Back { Small.Work.There x; }\n");
        Assert.That(there.Concat(back), Has.Exactly(1).Items);
    }

    [TestCase("Law/Packs", "using Small.Law;", "the room around it")]
    [TestCase("Work", "class X { object x = Law.Packs.Pack.Name; }", "an earlier sub-room")]
    [TestCase("Api", "using Small.Work;", "an earlier room")]
    [TestCase("Sqlite", "class X { object x = Small.Sqlite.Cells.Day; }", "an adapter names itself")]
    public void What_keeps_the_order_is_not(string room, string line, string reason) => Assert.That(
        Small.FaultsOf($"{room}/Good.cs", $"{line}\nnamespace Small.{room.Replace('/', '.')};\n"), Is.Empty, reason);

    [Test]
    public void A_sub_room_before_the_room_around_it_is_seen() => Assert.That(
        (Small with { Rooms = ["Law/Packs", "Law", "Sqlite"] }).Unseen, Is.EqualTo(new[] { "Law/Packs" }));

    [Test]
    public void The_core_references_Newtonsoft_Json_only()
    {
        var project = XDocument.Load(RepositoryFiles.Path("src/CreditScoring/CreditScoring.csproj"));
        Assert.That(
            project.Descendants().Where(each => each.Name.LocalName.EndsWith("Reference", StringComparison.Ordinal))
                .Select(each => each.Attribute("Include")?.Value),
            Is.EqualTo(new[] { "Newtonsoft.Json" }));
        Assert.That(
            typeof(Assessor).Assembly.GetReferencedAssemblies().Select(each => each.Name)
                .Where(name => !name!.StartsWith("System.", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "Newtonsoft.Json" }));
    }

    private static IEnumerable<TestCaseData> All() =>
        FloorPlans.All.Select(house => new TestCaseData(house).SetArgDisplayNames(house.Name));
}
