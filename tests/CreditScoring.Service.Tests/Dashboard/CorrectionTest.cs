using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>
/// Two correctors in their browsers, zhang and wang, and a file whose one failed sampling with a fine of 300
/// counts twelve points: six for the failure, six more for a fine of 100 and above.
/// </summary>
public abstract class CorrectionTest(On on = On.Sqlite) : ServiceTest(on)
{
    private readonly List<Browser> browsers = [];

    protected Browser Zhang { get; private set; } = null!;

    protected Browser Wang { get; private set; } = null!;

    private string reader = null!;

    [SetUp]
    public async Task Two_correctors_and_a_file()
    {
        await WriteAsync("events/kinds.json", kinds => kinds
            .Replace("{ \"name\": \"note\"", """
                { "name": "fine", "type": "number", "zh": "罚款", "en": "fine", "unit": "yuan", "atLeast": 0 },
                { "name": "note"
                """)
            .Replace("{ \"kind\": \"annulled\"", Amended + "{ \"kind\": \"annulled\""));
        await WriteAsync("test/points/2020-01-01/points.workflow.json", points => points
            .Replace("\"Rules\": [", """
                "Rules": [ { "RuleName": "grave",
                  "Expression": "happened.kind == \"sampling-result\" && happened.fine != null && happened.fine >= 100",
                  "Properties": { "points": "6", "citation": "law.md#b" } },
                """));
        await Restart(Persons.Cheaply);
        await Service.KeyOf("one", [Role.Admin]);
        reader = await Service.KeyOf("reader", [Role.Viewer]);
        var bureau = await Service.KeyOf("bureau", [Role.Ingest], isSystem: true);
        var sent = Sent.Failed("e1", "2025-07-01").With(
            "data", new JsonObject { ["result"] = "failed", ["fine"] = 300, ["note"] = "first" });
        await Service.AskAsync(bureau, HttpMethod.Post, "/v1/events", sent.ToJsonString()).ReadAsync();
        Assert.That(await TierAsync(), Is.EqualTo("D"));
        Zhang = await CorrectorAsync("zhang");
        Wang = await CorrectorAsync("wang");
    }

    [TearDown]
    public void Close()
    {
        browsers.ForEach(each => each.Dispose());
        browsers.Clear();
    }

    /// <summary>A kind of event that the test rules lack.</summary>
    protected const string Amended =
        """{ "kind": "amended", "zh": "变更", "en": "amended", "actsOn": "must", "mends": true, "amends": true, "fields": [] },""";

    protected async Task WriteAsync(string name, Func<string, string> change)
    {
        var file = Path.Combine(Folder.In("rules"), name);
        await File.WriteAllTextAsync(file, change(await File.ReadAllTextAsync(file)));
    }

    protected async Task<Browser> CorrectorAsync(string id, string region = "")
    {
        await Service.PersonAsync(id, [Role.Corrector], region);
        var browser = await Browser.SignedInAsync(Service, id);
        browsers.Add(browser);
        return browser;
    }

    protected async Task<string?> TierAsync() => (string?)(await Service.AskAsync(
        reader, HttpMethod.Get, $"/v1/enterprises/{Sent.Shop}").ReadAsync())["standings"]![0]!["tier"];

    /// <summary>The form of an annulment as it is filled in.</summary>
    protected static Dictionary<string, string> Form(string how = "annulled", params (string Name, string Said)[] more)
    {
        var form = new Dictionary<string, string>
        {
            ["subject"] = Sent.Shop, ["kind"] = "operator", ["event"] = "bureau/e1", ["how"] = how,
            ["day"] = "2025-07-20", ["document"] = "榕市监撤〔2025〕3号", ["reason"] = "复议撤销", ["f.result"] = "", ["f.fine"] = "",
        };
        foreach (var (name, said) in more)
        {
            form[name] = said;
        }

        return form;
    }

    /// <returns>The page of the correction that was proposed.</returns>
    protected static async Task<string> ProposeAsync(Browser browser, Dictionary<string, string> form)
    {
        var answer = await browser.PostFormAsync("/corrections", form);
        Assert.That((int)answer.StatusCode, Is.EqualTo(302), await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString();
    }

    protected static async Task<(int Status, string Page)> PostAsync(
        Browser browser, string path, params (string Name, string Said)[] fields)
    {
        var answer = await browser.PostFormAsync(path, fields.ToDictionary(each => each.Name, each => each.Said));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    protected static async Task<(int Status, string Page)> GetAsync(Browser browser, string path)
    {
        var answer = await browser.AskAsync(HttpMethod.Get, path);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A form as it comes with a key in the place of a session.</summary>
    protected async Task<int> PostWithKeyAsync(string key, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([]) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return (int)(await Service.Http.SendAsync(request)).StatusCode;
    }

    /// <summary>What was done about a correction, in order.</summary>
    protected async Task<IReadOnlyList<Act>> ActsAsync(string page) =>
    [
        .. (await Service.Services.GetRequiredService<IRecordQuestions>().ActsAsync(
            new ActQuery(0, 100) { Target = $"correction:{page.Split('/')[^1]}" })).Select(each => each.Act),
    ];

    /// <summary>Events of the file.</summary>
    protected async Task<int> EventsAsync() => (await Service.Services.GetRequiredService<IRecordQuestions>()
        .EventsAsync(new Enterprises.Subject("operator", Sent.Shop))).Count;
}
