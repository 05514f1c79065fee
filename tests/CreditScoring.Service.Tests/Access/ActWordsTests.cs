using System.Net;
using System.Reflection;
using CreditScoring.Service.Access;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Governance;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Given;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CreditScoring.Service.Tests.Access;

/// <summary>What the audit trail may say has a name in words, can be asked for, and nothing else can.</summary>
public class ActWordsTests() : ServiceTest(On.Sqlite)
{
    private static readonly string[] RoomsOfActs =
        ["DrawActs", "PlanActs", "CorrectionActs", "TurnedActs", "LotActs", "WebhookLog", "SignInFailed", "RefusedRights"];

    [Test]
    public void Whatever_is_told_has_its_words()
    {
        var labels = Service.Services.GetServices<EndpointDataSource>().SelectMany(each => each.Endpoints)
            .Select(each => each.Metadata.GetMetadata<AccessLabel>()?.Told).OfType<string>().ToHashSet();
        var names = typeof(Act).Assembly.GetTypes().Where(type => RoomsOfActs.Contains(type.Name))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field is { IsLiteral: true, FieldType: var type } && type == typeof(string))
            .Select(field => (string)field.GetRawConstantValue()!).Where(text => text.Contains('-') && !text.EndsWith(':'));
        var all = RegisterEntryReader.Whats.Concat(GazetteReader.Whats).Concat(names).Concat(labels).ToHashSet();
        Assert.That(labels, Has.Count.GreaterThan(12));
        Assert.That(all, Has.Count.GreaterThan(60));
        Assert.That(all.Except(ActWords.All).Except(["draw-list:"]), Is.Empty);
    }

    [Test]
    public async Task A_misspelt_act_is_told_and_not_answered_as_if_nothing_had_been_done()
    {
        var answer = await Service.Http.GetAsync(new Uri("/v1/audit?what=key-isued", UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("key-issued"));
        Assert.That((await Service.GetAsync("/v1/audit?what=key-issued"))["items"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task The_page_tells_the_last_first_in_words_and_goes_back_in_time()
    {
        for (var i = 0; i < 103; i++)
        {
            await Service.KeyOf($"p{i}", [Role.Viewer]);
        }

        var page = await Service.Http.GetStringAsync(new Uri("/audit?what=key-issued&actor=", UriKind.Relative));
        Assert.That(page, Does.Contain("签发密钥").And.Contain("person:p102").And.Not.Contain("person:p2<"));
        var older = System.Text.RegularExpressions.Regex.Match(page, "/audit\\?[^\"]*after=\\d+").Value;
        var rest = await Service.Http.GetStringAsync(new Uri(older.Replace("&amp;", "&", StringComparison.Ordinal), UriKind.Relative));
        Assert.That(rest, Does.Contain("person:p2").And.Not.Contain("person:p102"));
    }
}
