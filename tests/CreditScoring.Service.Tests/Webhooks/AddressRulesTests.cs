using System.Net;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Webhooks;

namespace CreditScoring.Service.Tests.Webhooks;

public class AddressRulesTests
{
    [TestCase("8.8.8.8", true)]
    [TestCase("2606:4700::1111", true)]
    [TestCase("127.0.0.1", false)]
    [TestCase("10.255.255.255", false)]
    [TestCase("11.0.0.0", true)]
    [TestCase("172.15.255.255", true)]
    [TestCase("172.16.0.0", false)]
    [TestCase("172.31.255.255", false)]
    [TestCase("172.32.0.0", true)]
    [TestCase("192.168.1.1", false)]
    [TestCase("169.254.169.254", false, Description = "where clouds tell their secrets")]
    [TestCase("100.64.0.1", false)]
    [TestCase("0.0.0.0", false)]
    [TestCase("224.0.0.1", false)]
    [TestCase("255.255.255.255", false)]
    [TestCase("::1", false)]
    [TestCase("::", false)]
    [TestCase("fe80::1", false)]
    [TestCase("fd00::1", false)]
    [TestCase("::ffff:10.0.0.1", false, Description = "the same address written as IPv6")]
    [TestCase("::ffff:8.8.8.8", true)]
    [TestCase("64:ff9b::a00:1", false, Description = "10.0.0.1 behind a translator")]
    [TestCase("2002:a00:1::", false, Description = "10.0.0.1 in a tunnel")]
    public void What_only_this_network_reaches_is_not_connected_to(string address, bool may) =>
        Assert.That(new AddressRules(new WebhookSettings()).MayConnect(IPAddress.Parse(address)), Is.EqualTo(may));

    [Test]
    public void What_the_settings_name_may_be_connected_to_and_no_more()
    {
        var rules = new AddressRules(new WebhookSettings { Private = WebhookSettings.NetworksOf("10.1.0.0/16, fd00::/8")! });
        Assert.That(rules.MayConnect(IPAddress.Parse("10.1.2.3")), Is.True);
        Assert.That(rules.MayConnect(IPAddress.Parse("10.2.2.3")), Is.False);
        Assert.That(rules.MayConnect(IPAddress.Parse("fd12::1")), Is.True);
        Assert.That(WebhookSettings.NetworksOf("10.1.0.0/33"), Is.Null);
    }

    [TestCase("https://a.example/x", true)]
    [TestCase("https://A.EXAMPLE/x", true)]
    [TestCase("https://a.example:8443/x", false)]
    [TestCase("https://b.example:8443/x", true)]
    [TestCase("https://b.example/x", false)]
    [TestCase("https://a.example.evil/x", false)]
    [TestCase("http://a.example/x", false)]
    [TestCase("https://127.0.0.1/x", false)]
    public void A_host_is_named_exactly_and_over_TLS(string address, bool may) => Assert.That(
        new AddressRules(new WebhookSettings { Hosts = ["a.example", "b.example:8443", "127.0.0.1"] }).FaultOf(new Uri(address)),
        may ? Is.Null : Is.Not.Null);
}
