using System.Net.Http.Headers;
using System.Text;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Api;

/// <summary>Bodies that say a few things, damaged, packed twice, and longer than they may be.</summary>
public class ShortBodyTests : ServiceTest
{
    [TestCase("/v1/session", "gzip", 400, "body-damaged")]
    [TestCase("/v1/session", "gzip, gzip", 415, "content-type")]
    [TestCase("/v1/events", "gzip, gzip", 415, "content-type")]
    [TestCase("/v1/standings", "gzip", 400, "body-damaged")]
    public async Task What_is_not_packed_as_it_says_is_refused_and_nothing_of_it_is_kept(
        string path, string coding, int status, string code)
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes("garbage-not-gzip"));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        var answer = await Service.Http.PostAsync(path, content);
        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(code));
        Assert.That((int)(await Service.ReadyAsync())["quarantined"]!, Is.Zero);
    }

    [TestCase("/v1/standings", "{\"subjects\":[\"91350100M000100Y43\"]}")]
    [TestCase("/v1/simulate?subject=91350100M000100Y43", "[]")]
    [TestCase("/v1/session", "{\"id\":\"li\",\"password\":\"x\"}")]
    public async Task What_is_written_in_another_encoding_is_not_read_whatever_mark_it_begins_with(string path, string text)
    {
        async Task<(int, string)> Sending(Encoding encoding)
        {
            var content = new ByteArrayContent([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            var answer = await Service.Http.PostAsync(path, content);
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }

        foreach (var other in new[] { Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
        {
            var (status, said) = await Sending(other);
            Assert.That(status, Is.EqualTo(400), other.WebName);
            Assert.That(said, Does.Contain("text-damaged").Or.Contain("json-broken"), other.WebName);
        }

        Assert.That((await Sending(Encoding.UTF8)).Item1, Is.Not.EqualTo(400));
    }

    [Test]
    public async Task What_is_longer_than_it_may_be_is_not_read_as_its_beginning()
    {
        var text = "{\"id\":\"li\",\"password\":\"x\"}".PadRight(10_000) + "junk";
        var answer = await Service.Http.PostAsync("/v1/session", new StringContent(text, Encoding.UTF8, "application/json"));
        Assert.That((int)answer.StatusCode, Is.EqualTo(413));
    }

    [Test]
    public async Task The_number_of_a_resident_in_an_id_is_not_told_among_what_was_done()
    {
        const string Resident = "11010519491231002X";
        await using var keyed = await RunningService.StartAsync(new TempFolder(), Clock, Keyed.Wanted);
        var sender = await keyed.KeyOf("sender", [CreditScoring.Service.Access.Role.Ingest]);
        var auditor = await keyed.KeyOf("auditor", [CreditScoring.Service.Access.Role.Auditor]);
        await keyed.AskAsync(sender, HttpMethod.Post, "/v1/events", Sent.Failed(Resident, "2025-07-01").ToJsonString()).ReadAsync();
        var audit = await keyed.AskAsync(auditor, HttpMethod.Get, "/v1/audit?what=events-sent").ReadAsync();
        Assert.That(audit["items"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That(audit.ToJsonString(), Does.Not.Contain(Resident));
    }
}
