using System.Net;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Api;

[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
public class NulTests(On on) : ServiceTest(on)
{
    // The cursor is "r NUL, operator, x" on three lines.
    [TestCase("/v1/enterprises?tier=%00")]
    [TestCase("/v1/enterprises?regime=a%00b")]
    [TestCase("/v1/enterprises?region=44%00")]
    [TestCase("/v1/enterprises?after=cgAKb3BlcmF0b3IKeA==")]
    [TestCase("/v1/enterprises/91350100M000100Y43%00?kind=operator")]
    [TestCase("/v1/enterprises/x/ledger?kind=product%00")]
    public async Task A_question_with_U_0000_is_a_bad_question_whatever_the_record(string path)
    {
        var answer = await Service.Http.GetAsync(path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), await answer.Content.ReadAsStringAsync());
    }
}
