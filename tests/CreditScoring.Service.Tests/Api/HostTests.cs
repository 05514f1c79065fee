using System.Net;

namespace CreditScoring.Service.Tests.Api;

public class HostTests : ServiceTest
{
    [TestCase("evil.example", HttpStatusCode.BadRequest)]
    [TestCase("127.0.0.1.evil.example", HttpStatusCode.BadRequest)]
    [TestCase("localhost", HttpStatusCode.OK)]
    [TestCase("127.0.0.1", HttpStatusCode.OK)]
    [TestCase("[::1]", HttpStatusCode.OK)]
    public async Task Only_names_of_this_machine_are_answered(string host, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/version");
        request.Headers.Host = host;
        Assert.That((await Service.Http.SendAsync(request)).StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task A_page_of_another_site_is_told_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/rules");
        request.Headers.Add("Origin", "https://evil.example");
        var answer = await Service.Http.SendAsync(request);
        Assert.That(answer.Headers.Contains("Access-Control-Allow-Origin"), Is.False);
    }
}
