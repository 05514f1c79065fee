using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli.Importing;

/// <summary>The mapping of the Detroit inspections, on rows made up in their form.</summary>
public class DetroitTests
{
    private const string Inspections =
        """
        inspectionid,establishmentid,name,inspection_date,inspection_type,inspectorid,pcount,pfcount,ccount,criticalcount,noncritical,correctedcritical,in_compliance
        1,821,Corner Cafe,2019-05-31 00:00:00,Routine Inspection,140,1,0,1,1,1,0,No
        2,822,"Diner, The",2019-05-30 00:00:00,Complaint,140,0,0,0,0,0,0,Yes
        3,823,Grill,2019-05-29 00:00:00,Complaint,140,0,0,1,0,1,0,Yes

        """;

    private const string Violations =
        """"
        inspectionid,inspection_date,violation_code,violation_description,violation_type,critical_violation_type,corrected,days_to_correct,corrected_date
        3,5/29/2019,6-501.12,"Floors
        and walls",Core,No,Not required,30.0,
        1,5/31/2019,3-501.16,"Kept ""warm"" only",Priority,Yes,No,10.0,
        1,5/31/2019,4-601.11,Soiled,Core,No,Yes,30.0,2019-06-01 00:00:00
        9,5/31/2019,4-601.11,Soiled,Core,No,Yes,30.0,2019-06-01 00:00:00

        """";

    private Workbench bench = null!;

    [SetUp]
    public void SetUp()
    {
        bench = new Workbench { Rules = "detroit" };
        foreach (var file in new[] { "catalogue.json", "subjects.json" })
        {
            bench.Write($"detroit/events/{file}", File.ReadAllText(RepositoryFiles.Path(
                $"tests/CreditScoring.Tests/Detroit/rules/events/{file}")));
        }

        bench.Write("mapping.json", File.ReadAllText(
            RepositoryFiles.Path("tests/CreditScoring.Tests/Detroit/mapping.json")));
        bench.Write("inspections.csv.gz", Inspections);
        bench.Write("violations.csv.gz", Violations);
    }

    [TearDown]
    public void TearDown() => bench.Dispose();

    [Test]
    public void The_rows_of_a_second_table_become_the_records_of_their_event()
    {
        bench.Import("inspections.csv.gz");
        var events = bench.Events.Select(JObject.Parse).ToList();
        Assert.That(events.Select(read => (string?)read["id"]), Is.EqualTo(new[] { "1", "2", "3" }));
        var items = events[0]["data"]!["items"]!;
        Assert.That(items.Select(item => (string?)item["code"]), Is.EqualTo(new[] { "3-501.16", "4-601.11" }));
        Assert.That((bool)items[0]!["critical"]!, Is.True);
        Assert.That((string?)items[1]!["correctedOn"], Is.EqualTo("2019-06-01"));
        Assert.That((bool)events[0]["data"]!["inCompliance"]!, Is.False);
        Assert.That(events[1]["data"]!["items"]!, Is.Empty);
    }

    [Test]
    public void A_row_that_belongs_to_nothing_is_written_back()
    {
        Assert.That(bench.Import("inspections.csv.gz"), Is.EqualTo(1));
        Assert.That(bench.Messages, Does.Contain("read 3, events 3, rejected 0, joined to nothing 1"));
        Assert.That(bench.Read("violations.csv.gz.rejected.csv").TrimEnd().Split('\n')[1],
            Does.StartWith("9,").And.Contain(",6,主表中没有对应的行,"));
    }

    [Test]
    public void An_event_with_one_wrong_record_is_rejected_whole()
    {
        bench.Write("violations.csv.gz", Violations.Replace("Priority", "Prior", StringComparison.Ordinal)
            .Replace("No,Not required", "Perhaps,Not required", StringComparison.Ordinal));
        bench.Import("inspections.csv.gz");
        Assert.That(bench.Events, Has.Length.EqualTo(1));
        var rejected = bench.Read("inspections.csv.gz.rejected.csv");
        Assert.That(rejected, Does.Contain("'Prior' is not one of the values allowed; there are: Priority, Foundation, Core"));
        Assert.That(rejected, Does.Contain("violations:2: critical: the code table has no 'Perhaps'"));
        Assert.That(bench.Read("violations.csv.gz.rejected.csv").TrimEnd().Split('\n'), Has.Length.EqualTo(2),
            "what belongs to a rejected row is explained by its reason");
    }
}
