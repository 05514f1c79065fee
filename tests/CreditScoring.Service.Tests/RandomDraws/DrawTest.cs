using System.Net;
using System.Text;
using CreditScoring.Draws;
using CreditScoring.Draws.Proofs;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Given;
using CreditScoring.Workbench.Invented;

namespace CreditScoring.Service.Tests.RandomDraws;

/// <summary>
/// Two persons and a list of firms on a day before round 657413 of drand's quicknet, which is a recorded one; at
/// two workers where the record allows it.
/// </summary>
public abstract class DrawTest(On on)
{
    protected const string RoundAt = "2023-09-15T19:00:02";

    protected static readonly DateTimeOffset Before = new(2023, 9, 15, 18, 50, 0, TimeSpan.FromHours(8));

    protected const string Round = """
        {"round":657413,"randomness":"fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587",
         "signature":"b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b"}
        """;

    private static readonly (string Class, int Count)[] Classes = [("D", 20), ("C", 30), ("B", 40), ("A", 50)];

    private int numbered;
    private TempFolder folder = null!;
    protected StoppedClock Clock { get; private set; } = null!;
    protected RunningService First { get; private set; } = null!;
    protected RunningService Second { get; private set; } = null!;
    protected Browser Zhao { get; private set; } = null!;
    protected Browser Qian { get; private set; } = null!;

    private static void Openly(IServiceCollection services)
    {
        Persons.Cheaply(services);
        Keyed.WithOpenDraws(services);
    }

    protected string NextNumber() => $"第{++numbered}号";

    [OneTimeSetUp]
    public async Task Two_persons_at_two_workers_where_the_record_allows_it()
    {
        folder = new TempFolder();
        Clock = new StoppedClock(Before);
        var server = on == On.Postgres ? await SharedPostgres.Server : null;
        string[] switches = ["--rules", Path.Combine(AppContext.BaseDirectory, "rules"),
            .. server is null ? Array.Empty<string>() : ["--postgres", server.Connection(await server.NewDatabaseAsync())]];
        await using (var open = await RunningService.StartAsync(folder, Clock, switches))
        {
            await open.PostAsync(string.Join('\n', Events()), "application/x-ndjson");
            await RunningService.Until(async () => (string?)(await open.GetAsync("/health/ready"))["status"] == "ready");
        }

        First = await RunningService.StartAsync(folder, Clock, Openly, switches);
        Second = server is null ? First : await RunningService.StartAsync(folder, Clock, Openly, switches);
        await First.KeyOf("one", [Role.Admin], expires: new DateOnly(2023, 12, 31));
        await First.PersonAsync("zhao", [Role.Scheduler, Role.Approver]);
        await First.PersonAsync("qian", [Role.Approver]);
        await First.PersonAsync("henan", [Role.Scheduler], "41");
        await First.PersonAsync("fujian", [Role.Scheduler], "35");
        Zhao = await Browser.SignedInAsync(First, "zhao");
        await Second.KnowsWhatAsync(First);
        Qian = await Browser.SignedInAsync(Second, "qian");
        await PostAsync(Zhao, "/plans/inspectors", ("table", "A1\tu\t41\nA2\tu\t41\nA3\tu\t41\nA4\tu\t41\n"));
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        Zhao.Dispose();
        Qian.Dispose();
        await First.DisposeAsync();
        if (!ReferenceEquals(First, Second))
        {
            await Second.DisposeAsync();
        }

        folder.Dispose();
    }

    [SetUp]
    public void Before_the_round() => Clock.Turn(Before);

    /// <summary>Of each class its firms; one that is not classed, one that has ended.</summary>
    private static IEnumerable<string> Events()
    {
        var number = 0;
        foreach (var (name, count) in Classes.Append(("", 1)).Append(("D", 1)))
        {
            for (var i = 0; i < count; i++)
            {
                var subject = SampleCode.Of(7, ++number, "410100", trader: false);
                yield return Event(subject, $"f{number}", "profile", "2021-01-04", """{"registeredIn":"410100"}""");
                if (name.Length > 0)
                {
                    yield return Event(subject, $"c{number}", "risk-class", "2023-03-01", $$"""{"riskClass":"{{name}}"}""");
                }
            }
        }

        yield return Event(SampleCode.Of(7, number, "410100", trader: false), "z", "subject-ended", "2023-08-01", """{"how":"deregistered"}""");
    }

    protected static string Event(string subject, string id, string kind, string day, string data) =>
        $$"""{"id":"{{id}}","source":"ha","kind":"{{kind}}","subject":{"kind":"operator","id":"{{subject}}"},"occurredOn":"{{day}}","region":"410100","data":{{data}}}""";

    protected static (string, string)[] Drand => [("public", "drand:quicknet"), ("at", RoundAt)];

    protected static (string Name, string Value)[] Wanted(string number) =>
        [("number", number), ("title", "公示信息抽查"), ("profile", "cn-ha"), ("from", "2023-10-09"), ("to", "2023-12-29")];

    protected async Task<string> PreparedAsync(string? number = null)
    {
        var answer = await Zhao.PostFormAsync("/draws", Wanted(number ?? NextNumber()).ToDictionary(each => each.Name, each => each.Value));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Found), await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString();
    }

    protected async Task<string> DrawnAsync()
    {
        var page = await PreparedAsync();
        await PostAsync(Qian, $"{page}/announce", Drand);
        Clock.Turn(Before.AddMinutes(15));
        await PostAsync(Zhao, $"{page}/draw", ("value", Round));
        return page;
    }

    /// <summary>The checks that do not hold, as whoever downloads the files makes them.</summary>
    protected async Task<IEnumerable<string>> VerifiedAsync(string page, string proof)
    {
        var checks = Verification.Of(new ProofFiles(
            "proof.json", Encoding.UTF8.GetBytes(proof), await OctetsAsync($"{page}/commit.json"),
            new FrozenLines("population", [await OctetsAsync($"{page}/population.txt")]),
            new FrozenLines("inspectors", [await OctetsAsync($"{page}/inspectors.txt")])));
        Assert.That(checks.Count(each => each.Outcome == CheckOutcome.Ok), Is.GreaterThan(10));
        return checks.Where(each => each.Outcome == CheckOutcome.Failed).Select(each => each.What.En);
    }

    protected async Task<byte[]> OctetsAsync(string path) =>
        await (await Qian.AskAsync(HttpMethod.Get, path)).Content.ReadAsByteArrayAsync();

    protected static async Task<string> ReadAsync(Browser by, string path)
    {
        var answer = await by.AskAsync(HttpMethod.Get, path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
        var said = await answer.Content.ReadAsStringAsync();
        return path.Contains('.') ? said : WebUtility.HtmlDecode(said);
    }

    protected static async Task<(HttpStatusCode Status, string Said)> PostAsync(Browser by, string path, params (string Name, string Value)[] fields)
    {
        var answer = await by.PostFormAsync(path, fields.ToDictionary(each => each.Name, each => each.Value));
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    protected async Task<IEnumerable<(string, string)>> ActsAsync(string page) => (await First.Services.GetRequiredService<IRecordQuestions>().ActsAsync(
        new ActQuery(0, 100) { Target = $"draw:{page.Split('/')[^1]}" })).Select(each => (each.Act.Actor, each.Act.What));
}
