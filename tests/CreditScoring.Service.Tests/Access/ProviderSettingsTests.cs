using CreditScoring.Service.Hosting;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Access;

/// <summary>Which provider of identities is taken.</summary>
public class ProviderSettingsTests
{
    [TestCase("http://id.example.cn", "credit", "the connection is not encrypted")]
    [TestCase("https://id.example.cn", null, "ClientId is not; give both")]
    [TestCase(null, "credit", "Authority is not; give both")]
    public void What_is_half_or_open_to_all_on_the_way_is_refused(string? authority, string? client, string fault)
    {
        var wrong = new List<string>();
        Assert.That(ProviderSettings.Read(Of(("Authority", authority), ("ClientId", client)), wrong), Is.Null);
        Assert.That(wrong.Single(), Does.Contain(fault));
    }

    [TestCase("https://id.example.cn/realms/market")]
    [TestCase("http://127.0.0.1:9000")]
    [TestCase("http://[::1]:9000")]
    public void One_is_taken_by_https_or_on_this_machine(string authority)
    {
        var wrong = new List<string>();
        var read = ProviderSettings.Read(Of(("Authority", authority), ("ClientId", "credit")), wrong);
        Assert.That(wrong, Is.Empty);
        Assert.That(read, Is.EqualTo(new ProviderSettings(new Uri(authority), "credit", null, "sub")));
    }

    [Test]
    public void A_secret_may_lie_in_a_file_and_a_file_that_is_not_there_is_told()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.In("secret"), "kept apart\n");
        var wrong = new List<string>();
        var read = ProviderSettings.Read(
            Of(("Authority", "https://id.example.cn"), ("ClientId", "credit"), ("ClientSecretFile", folder.In("secret"))), wrong);
        Assert.That((read?.Secret, wrong.Count), Is.EqualTo(("kept apart", 0)));
        ProviderSettings.Read(
            Of(("Authority", "https://id.example.cn"), ("ClientId", "credit"), ("ClientSecretFile", folder.In("none"))), wrong);
        Assert.That(wrong.Single(), Does.Contain("ClientSecretFile"));
    }

    [Test]
    public void There_need_be_none()
    {
        var wrong = new List<string>();
        Assert.That(ProviderSettings.Read(Of(), wrong), Is.Null);
        Assert.That(wrong, Is.Empty);
    }

    private static IConfiguration Of(params (string Key, string? Value)[] given) => new ConfigurationBuilder()
        .AddInMemoryCollection(given.ToDictionary(each => $"Access:Oidc:{each.Key}", each => each.Value)).Build();
}
