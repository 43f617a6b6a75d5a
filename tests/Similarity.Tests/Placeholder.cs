namespace Similarity.Tests; public class Placeholder { [Fact] public void Runs() => Assert.NotNull(SharedData.Repository); }
