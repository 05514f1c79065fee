using CreditScoring.Service.Hosting;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Hosting;

public class SettingKeysTests
{
    [TestCase("Redis:Conection", "x", "Redis:Conection is not known; did you mean Redis:Connection?")]
    [TestCase("Record:Nonsense", "x", "Record:Nonsense is not known; there are Access:Mode, Access:TellLooks, Access:SessionIdleMinutes,")]
    [TestCase("Redis:AllowPlain:More", "true", "Redis:AllowPlain:More is not known")]
    [TestCase("Logging:From", "json", "Logging:From is not known; did you mean Logging:Form?")]
    [TestCase("Logging:Form", "xml", "Logging:Form: xml cannot be used; give json or text")]
    [TestCase("Rules:AcceptRecalled", "yes", "Rules:AcceptRecalled: yes cannot be used; give true or false")]
    [TestCase("Redis:AllowPlain", "1", "Redis:AllowPlain: 1 cannot be used")]
    [TestCase("Inbox:WaitingMiB", "0", "Inbox:WaitingMiB: 0 cannot be used; give a whole number from 1 to 4096")]
    [TestCase("Inbox:WaitingMiB", "4097", "4097 cannot be used")]
    [TestCase("Inbox:WaitingMiB", "64MB", "64MB cannot be used")]
    [TestCase("Inbox:PatienceSeconds", "-1", "-1 cannot be used; give a whole number from 0 to 60")]
    [TestCase("Limits:CallerPerMinute", "1000001", "1000001 cannot be used; give a whole number from 0 to 1000000")]
    [TestCase("Webhooks:Seconds", "61", "61 cannot be used; give a whole number from 1 to 60")]
    [TestCase("Webhooks:PrivateAddresses", "10.0.0.0/33", "10.0.0.0/33 cannot be used; give networks")]
    [TestCase("Redis:DeadLetters", "1e3", "1e3 cannot be used")]
    [TestCase("Access:SessionIdleMinutes", "481", "481 cannot be used; give a whole number from 1 to 480")]
    [TestCase("Access:SessionHours", "25", "25 cannot be used; give a whole number from 1 to 24")]
    [TestCase("Access:Oidc:Authority", "id.example.cn", "give a provider's address")]
    [TestCase("Access:Oidc:Autority", "https://id.example.cn", "did you mean Access:Oidc:Authority?")]
    [TestCase("Telemetry:Otlp", "127.0.0.1:4318", "give a collector's address")]
    [TestCase("Kestrel:Endpoints:Http:Url", "http://0.0.0.0:80", "Kestrel:Endpoints is not taken")]
    public void A_key_or_value_that_cannot_be_used_is_named_with_its_mend(string key, string value, string fault) =>
        Assert.That(Faults((key, value)), Has.One.Contains(fault));

    [TestCase("CREDIT__Recrod__Path", "Recrod:Path is not known; did you mean Record:Path?")]
    [TestCase("CREDIT__Redis", "Redis is not known")]
    [TestCase("CREDIT__RecordPath", "RecordPath is not known; did you mean Record:Path?")]
    public void A_variable_of_ours_that_names_no_section_is_found_too(string variable, string fault) =>
        Assert.That(SettingKeys.FaultsOf(Of(), [variable]), Has.One.Contains(fault));

    [TestCase("Inbox:WaitingMiB", "1")]
    [TestCase("Inbox:WaitingMiB", "4096")]
    [TestCase("inbox:patienceSECONDS", "0", "keys are not told apart by case")]
    [TestCase("Redis:Connection", "", "an empty one is as if it were not there")]
    [TestCase("Logging:LogLevel:Default", "Warning", "the framework's")]
    [TestCase("Redis", "x", "a variable of somebody else's that happens to be named so")]
    [TestCase("Telemetry:Otlp", "https://collector.example/v1/metrics")]
    public void What_can_be_used_is_not_complained_about(string key, string value, string reason = "") =>
        Assert.That(Faults((key, value)), Is.Empty, reason);

    [Test]
    public void A_secret_is_not_repeated()
    {
        var faults = Faults(("Redis:Connection:Password", "hunter2"), ("Redis:Pasword", "hunter2"));
        Assert.That(faults, Has.Length.EqualTo(2).And.All.Not.Contain("hunter2"));
    }

    [Test]
    public async Task All_that_is_wrong_is_said_at_once_and_ends_it_with_2()
    {
        using var process = new ServiceProcess(
            ["--rules", "/no/such/folder", "--urls", "http://0.0.0.0:1"],
            ("CREDIT__Redis__Conection", "a"), ("CREDIT__Inbox__WaitingMiB", "much"), ("CREDIT__Recrod__Path", "b"),
            ("CREDIT__Telemetry__Otlp", "http://collector.example:4318"));
        Assert.That(await process.ExitAsync(), Is.EqualTo(2));
        Assert.That(process.Said, Does.Contain("did you mean Redis:Connection?").And.Contain("much cannot be used")
            .And.Contain("did you mean Record:Path?").And.Contain("there is no folder").And.Contain("open to other machines")
            .And.Contain("collector.example is another machine").And.Not.Contain("   at "));
    }

    [Test]
    public void The_settings_of_the_deploy_folder_are_known()
    {
        var variables = new[] { "credit-scoring.service", "credit-scoring.env.example" }
            .SelectMany(name => File.ReadLines(Deployed.Path(name)))
            .SelectMany(line => System.Text.RegularExpressions.Regex.Matches(line, @"CREDIT__\w+").Select(found => found.Value))
            .Distinct().ToList();
        Assert.That(variables, Has.Count.GreaterThan(3));
        Assert.That(variables.Select(each => each["CREDIT__".Length..].Replace("__", ":")),
            Is.SubsetOf(SettingKeys.All.Select(key => key.Name)));
    }

    private static string[] Faults(params (string Key, string Value)[] given) =>
        [.. SettingKeys.FaultsOf(Of(given), [])];

    private static IConfiguration Of(params (string Key, string Value)[] given) =>
        new ConfigurationBuilder().AddInMemoryCollection(
            given.Select(each => new KeyValuePair<string, string?>(each.Key, each.Value))).Build();
}
