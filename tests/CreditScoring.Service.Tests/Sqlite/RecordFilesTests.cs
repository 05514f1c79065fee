using System.Net;
using System.Runtime.InteropServices;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Sqlite;

/// <summary>The record is the file that was opened, not the name under which it was found.</summary>
public class RecordFilesTests : ServiceTest
{
    private string Record => Folder.In("credit.db");

    [TestCase("", false)]
    [TestCase("", true)]
    [TestCase("-wal", false)]
    public async Task What_would_go_into_a_file_that_was_removed_or_replaced_is_not_accepted(
        string which, bool replaced)
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        File.Move($"{Record}{which}", Folder.In("away"));
        if (replaced)
        {
            File.WriteAllText(Record, "");
        }

        var answer = await Service.PostAsync(Sent.Failed("e2", "2025-07-02").ToJsonString(), "application/json");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        var ready = await Service.Http.GetAsync("/health/ready");
        Assert.That(ready.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(await ready.Content.ReadAsStringAsync(), Does.Contain(replaced ? "replaced" : "removed"));

        File.Move(Folder.In("away"), $"{Record}{which}", overwrite: true);
        await RunningService.Until(async () =>
            (await Service.Http.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK);
        Assert.That(await Service.SendAsync(Sent.Failed("e2", "2025-07-02")), Is.EqualTo(new[] { "accepted" }));
        await Restart();
        Assert.That(await Service.TierAsync(), Is.EqualTo("D"), "both are there");
    }

    [Test]
    public async Task A_record_that_is_gone_is_noticed_without_an_event()
    {
        File.Move(Record, Folder.In("away"));
        Assert.That((await Service.Http.GetAsync("/health/ready")).StatusCode,
            Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        File.Move(Folder.In("away"), Record);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task By_another_name_of_the_same_file_no_second_process_starts(bool symbolic)
    {
        var other = Folder.In("other.db");
        if (symbolic)
        {
            File.CreateSymbolicLink(other, Record);
        }
        else
        {
            Assert.That(link(Record, other), Is.Zero);
        }

        using var process = new ServiceProcess(
            ["--record", other, "--rules", Folder.In("rules"), "--urls", "http://127.0.0.1:0"]);
        Assert.That(await process.ExitAsync(), Is.EqualTo(1));
        Assert.That(process.Said, Does.Contain("in use by another process"));
        Assert.That(await Service.SendAsync(Sent.Failed("e1", "2025-07-01")), Is.EqualTo(new[] { "accepted" }));
    }

    [DllImport("libc", CharSet = CharSet.Ansi)]
    private static extern int link(string file, string name);
}
