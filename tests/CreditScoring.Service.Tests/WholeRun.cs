using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests;

/// <summary>What begins before the first test and ends after the last.</summary>
[SetUpFixture]
public class WholeRun
{
    [OneTimeTearDown]
    public Task Stop() => SharedPostgres.StopAsync();
}
