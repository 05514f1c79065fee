using System.Text.RegularExpressions;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;
using CreditScoring.Service.TablesIn;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.TablesIn;

/// <summary>Three correctors, of whom li is the clerk who takes tables in, in their browsers, on 2025-07-31.</summary>
/// <param name="shipped">Whether by the shipped rules, or by the small ones of tests, which judge many in a moment.</param>
public abstract class TableTest(On on, bool shipped = true)
{
    private readonly List<Browser> browsers = [];

    private string[] switches = [];

    protected bool OnPostgres => on == On.Postgres;

    protected TempFolder Folder { get; private set; } = null!;

    protected StoppedClock Clock { get; private set; } = null!;

    protected RunningService Service { get; private set; } = null!;

    protected IRecord Record => Service.Services.GetRequiredService<IRecord>();

    [SetUp]
    public async Task Start()
    {
        Folder = new TempFolder();
        Clock = StoppedClock.At("2025-07-31");
        switches = shipped ? ["--rules", Path.Combine(AppContext.BaseDirectory, "rules")] : [];
        if (on == On.Postgres)
        {
            var server = await SharedPostgres.Server;
            switches = [.. switches, "--postgres", server.Connection(await server.NewDatabaseAsync())];
        }

        Service = await AnotherAsync();
        await Service.KeyOf("one", [Role.Admin]);
        await Service.PersonAsync("li", [Role.Corrector]);
        await Service.PersonAsync("zhang", [Role.Corrector]);
        await Service.PersonAsync("wang", [Role.Corrector]);
    }

    [TearDown]
    public async Task Stop()
    {
        browsers.ForEach(each => each.Dispose());
        browsers.Clear();
        if (Service is not null)
        {
            await Service.DisposeAsync();
        }

        Folder.Dispose();
    }

    /// <summary>A worker on the record.</summary>
    protected Task<RunningService> AnotherAsync(Action<IServiceCollection>? more = null) => RunningService.StartAsync(
        Folder, Clock, services =>
        {
            Persons.Cheaply(services);
            more?.Invoke(services);
        }, switches);

    protected async Task Restart(Action<IServiceCollection>? more = null)
    {
        await Service.DisposeAsync();
        Service = await AnotherAsync(more);
    }

    protected async Task<Browser> AsAsync(string id, RunningService? at = null)
    {
        var browser = await Browser.SignedInAsync(at ?? Service, id);
        browsers.Add(browser);
        return browser;
    }

    /// <returns>The page of the table.</returns>
    protected static async Task<string> HandInAsync(Browser browser, byte[] octets, string name = "表.csv")
    {
        var answer = await browser.PostFileAsync("/tables-in", name, octets);
        Assert.That((int)answer.StatusCode, Is.EqualTo(302), await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString();
    }

    /// <summary>The same by who shows a key.</summary>
    protected async Task<string> HandInAsync(string key, byte[] octets)
    {
        using var form = new MultipartFormDataContent();
        form.Add(new ByteArrayContent(octets), "file", "表.csv");
        var answer = await AskAsync(key, "/tables-in", form);
        Assert.That((int)answer.StatusCode, Is.EqualTo(302));
        return answer.Headers.Location!.ToString();
    }

    /// <summary>A form by who shows a key.</summary>
    protected async Task<(int Status, string Page)> FormAsync(
        string key, string path, params (string Name, string Said)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.ToDictionary(each => each.Name, each => each.Said));
        var answer = await AskAsync(key, path, form);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> AskAsync(string key, string path, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", key);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Service.Http.BaseAddress };
        return await http.SendAsync(request);
    }

    protected static async Task<(int Status, string Page)> PostAsync(
        Browser browser, string path, params (string Name, string Said)[] fields)
    {
        var answer = await browser.PostFormAsync(path, fields.ToDictionary(each => each.Name, each => each.Said));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    protected static async Task<string> SeeAsync(Browser browser, string path)
    {
        var answer = await browser.AskAsync(HttpMethod.Get, path);
        return Words(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Tried, and taken in.</summary>
    protected async Task<HandedTable> ImportAsync(Browser browser, string page)
    {
        Assert.That((await PostAsync(browser, $"{page}/try")).Status, Is.EqualTo(302));
        await UntilAsync(page, TableState.Tried);
        Assert.That((await PostAsync(browser, $"{page}/keep")).Status, Is.EqualTo(302));
        return await UntilAsync(page, TableState.Kept);
    }

    /// <summary>Waits until a table stands so.</summary>
    protected async Task<HandedTable> UntilAsync(string page, TableState state)
    {
        HandedTable? table = null;
        await RunningService.Until(async () => (table = await TableAsync(page)).State == state);
        return table!;
    }

    protected async Task<HandedTable> TableAsync(string page) =>
        (await Service.Services.GetRequiredService<TableStore>().FindAsync(page.Split('/')[2]))!;

    protected async Task<long> EventsAsync() => (await Record.CountsAsync()).Events;

    private static string Words(string html) =>
        Regex.Replace(System.Net.WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]*>", " ")), "\\s+", " ");
}
